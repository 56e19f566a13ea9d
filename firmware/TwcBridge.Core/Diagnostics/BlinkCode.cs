namespace TwcBridge.Diagnostics;

/// <summary>The state of the box as flashes of one LED: so many, a pause, and again.</summary>
public static class BlinkCode
{
    public const int FlashMs = 200;
    public const int BeatMs = 500;
    public const int PauseMs = 1_500;

    /// <summary>Even flashing without a pause.</summary>
    public const int SetUpBeatMs = 250;

    /// <summary>The same, but fast.</summary>
    public const int IdentifyBeatMs = 100;

    /// <summary>Flashes in a row. What is named first matters first.</summary>
    public static int FlashesOf(BoxCondition condition)
    {
        return (int)condition;
    }

    public static bool IsLit(BoxCondition condition, long nowMs)
    {
        if (condition is BoxCondition.SetUp or BoxCondition.Identify)
        {
            int beatMs = condition == BoxCondition.SetUp ? SetUpBeatMs : IdentifyBeatMs;
            return nowMs % (2 * beatMs) < beatMs;
        }
        int beatsMs = FlashesOf(condition) * BeatMs;
        long atMs = nowMs % (beatsMs + PauseMs);
        return atMs < beatsMs && atMs % BeatMs < FlashMs;
    }
}
