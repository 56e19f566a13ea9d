using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Support;

/// <summary>A message as the bus side sees it, of a row in the form of FrameText.</summary>
internal static class HeardMessage
{
    public static Message Of(string text)
    {
        int slash = text.IndexOf('/');
        byte[] given = FrameText.Bytes(text.Substring(0, slash));
        byte[] body = new byte[int.Parse(text.Substring(slash + 1))];
        System.Array.Copy(given, 0, body, 0, given.Length);
        Message message = new Message();
        Assert.AreEqual(MessageStatus.Accepted, message.Point(body, body.Length), text);
        return message;
    }

    /// <summary>A heartbeat answer of 1234 to 7777.</summary>
    public static Message Answer(int state, int acceptedCentiamps, int drawnCentiamps)
    {
        return Answer(2, state, acceptedCentiamps, drawnCentiamps);
    }

    public static Message Answer(
        int protocol, int state, int acceptedCentiamps, int drawnCentiamps)
    {
        byte[] body = new byte[protocol == 1 ? 14 : 16];
        FrameText.PutWord(body, 0, 0xFDE0);
        FrameText.PutWord(body, 2, 0x1234);
        FrameText.PutWord(body, 4, 0x7777);
        body[6] = (byte)state;
        FrameText.PutWord(body, 7, acceptedCentiamps);
        FrameText.PutWord(body, 9, drawnCentiamps);
        Message message = new Message();
        Assert.AreEqual(MessageStatus.Accepted, message.Point(body, body.Length));
        return message;
    }
}
