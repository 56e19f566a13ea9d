namespace TwcBridge.UnitTests.Wire;

/// <summary>All vectors, for one foreach. They are made group by group: the device has no room for
/// all of them at once.</summary>
internal sealed class FrameVectors
{
    private const int GroupCount = 5;

    private FrameVector[] _group = new FrameVector[0];
    private int _groupsMade;
    private int _index = -1;

    public FrameVector Current => _group[_index];

    public static FrameVectors All()
    {
        return new FrameVectors();
    }

    public FrameVectors GetEnumerator()
    {
        return this;
    }

    public bool MoveNext()
    {
        _index++;
        if (_index < _group.Length)
        {
            return true;
        }
        if (_groupsMade == GroupCount)
        {
            return false;
        }
        _group = Group(_groupsMade++);
        _index = 0;
        return true;
    }

    private static FrameVector[] Group(int index)
    {
        switch (index)
        {
            case 0:
                return CapturedVectors.Rows();
            case 1:
                return ConstructedVectors.Rows();
            case 2:
                return MessageVectors.Rows();
            case 3:
                return LineVectors.Rows();
            default:
                return MeaninglessVectors.Rows();
        }
    }
}
