namespace TwcBridge.Config;

/// <summary>Tells a button that is held from one that was touched.</summary>
public sealed class HeldButton
{
    public const int HoldMs = 5_000;

    private long _pressedAtMs;
    private bool _isPressed;
    private bool _isTold;

    /// <summary>Looks at the button. True once for each time that it was held.</summary>
    public bool OnLevel(bool isPressed, long nowMs)
    {
        if (!isPressed)
        {
            _isPressed = false;
            _isTold = false;
            return false;
        }
        if (!_isPressed)
        {
            _isPressed = true;
            _pressedAtMs = nowMs;
        }
        if (_isTold || nowMs < _pressedAtMs + HoldMs)
        {
            return false;
        }
        _isTold = true;
        return true;
    }
}
