namespace TwcBridge.UnitTests.Wire;

/// <summary>All vectors, group by group: the device has no room for all of them at once.</summary>
internal static class FrameVectors
{
    public const int GroupCount = 5;

    public static FrameVector[] Group(int index)
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
