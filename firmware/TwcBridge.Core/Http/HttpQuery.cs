using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Reads what stands behind the question mark.</summary>
internal static class HttpQuery
{
    private const int Most = 100_000_000;

    /// <summary>The number behind this name, as in "since="; 0 when it is not there or none.
    /// </summary>
    public static int Number(HttpRequest request, string name)
    {
        byte[] bytes = request.Bytes;
        int end = request.EndOf(HttpField.Query);
        int start = request.OffsetOf(HttpField.Query);
        while (request.Has(HttpField.Query) && start < end)
        {
            int next = HttpAscii.IndexOf(bytes, '&', start, end);
            if (Ascii.StartsWith(bytes, start, next - start, name))
            {
                return ReadNumber(bytes, start + name.Length, next);
            }
            start = next + 1;
        }
        return 0;
    }

    private static int ReadNumber(byte[] bytes, int start, int end)
    {
        int value = 0;
        for (int i = start; i < end; i++)
        {
            if (!HttpAscii.IsDigit(bytes[i]) || value > Most)
            {
                return 0;
            }
            value = (value * 10) + bytes[i] - '0';
        }
        return value;
    }
}
