namespace TwcBridge.Control;

/// <summary>
/// The text of a JSON number (RFC 8259 section 6), read as a whole number of some unit. Exponents
/// are taken exactly; nothing is ever rounded.
/// </summary>
internal static class JsonNumber
{
    internal const int Refused = -1;

    private const int MaxDigits = 18;

    // Far more digits than any buffer of ours holds, far from the end of an int.
    private const int MaxExponent = 100_000_000;

    /// <summary>Index behind the number that starts here, or <see cref="Refused"/>.</summary>
    internal static int EndOf(byte[] source, int index, int end)
    {
        int start = source[index] == '-' ? index + 1 : index;
        int next = BehindDigits(source, start, end);
        if (next == Refused || (source[start] == '0' && next - start > 1))
        {
            return Refused;
        }
        if (next < end && source[next] == '.')
        {
            next = BehindDigits(source, next + 1, end);
        }
        if (next != Refused && next < end && IsExponentMark(source[next]))
        {
            next++;
            bool signed = next < end && (source[next] == '-' || source[next] == '+');
            next = BehindDigits(source, signed ? next + 1 : next, end);
        }
        return next;
    }

    /// <summary>The number times 10^decimals. The range is what <see cref="EndOf"/> found.</summary>
    internal static NumberStatus Scale(
        byte[] source, int index, int end, int decimals, out long scaled)
    {
        // value = mantissa * 10^shift, where the mantissa does not end in 0: its zeros are held
        // back until a digit follows, so 16.500 is as good as 16.5.
        long mantissa = 0;
        int digits = 0;
        int zeros = 0;
        int shift = decimals;
        bool fraction = false;
        bool negative = source[index] == '-';
        int i = negative ? index + 1 : index;
        for (; i < end && !IsExponentMark(source[i]); i++)
        {
            if (source[i] == '.')
            {
                fraction = true;
                continue;
            }
            shift -= fraction ? 1 : 0;
            zeros++;
            if (source[i] != '0')
            {
                digits += digits == 0 ? 1 : zeros;
                mantissa = digits <= MaxDigits ? TimesTen(mantissa, zeros) + source[i] - '0' : 0;
                zeros = 0;
            }
        }
        shift += zeros + Exponent(source, i, end);
        NumberStatus status = Fit(digits, shift);
        long magnitude = status == NumberStatus.Exact && digits != 0 ? TimesTen(mantissa, shift) : 0;
        scaled = negative ? -magnitude : magnitude;
        return status;
    }

    private static NumberStatus Fit(int digits, int shift)
    {
        if (digits == 0)
        {
            return NumberStatus.Exact;
        }
        if (digits + shift > MaxDigits)
        {
            return NumberStatus.TooLarge;
        }
        return shift < 0 ? NumberStatus.TooPrecise : NumberStatus.Exact;
    }

    private static int Exponent(byte[] source, int index, int end)
    {
        int exponent = 0;
        bool negative = false;
        for (int i = index + 1; i < end; i++)
        {
            negative = negative || source[i] == '-';
            bool isDigit = source[i] >= '0';
            if (isDigit && exponent < MaxExponent)
            {
                exponent = exponent * 10 + source[i] - '0';
            }
        }
        return negative ? -exponent : exponent;
    }

    private static long TimesTen(long value, int times)
    {
        for (int i = 0; i < times && value != 0; i++)
        {
            value *= 10;
        }
        return value;
    }

    private static int BehindDigits(byte[] source, int index, int end)
    {
        int next = index;
        while (next < end && source[next] >= '0' && source[next] <= '9')
        {
            next++;
        }
        return next == index ? Refused : next;
    }

    private static bool IsExponentMark(int value)
    {
        return value == 'e' || value == 'E';
    }
}
