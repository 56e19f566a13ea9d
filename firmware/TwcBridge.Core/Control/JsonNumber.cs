namespace TwcBridge.Control;

/// <summary>
/// The text of a JSON number (RFC 8259 section 6), read as a whole number of some unit. Exponents
/// are taken exactly; nothing is ever rounded.
/// </summary>
internal static class JsonNumber
{
    internal const int Refused = -1;

    private const int MaxDigits = 18;

    // Set in small letters, clear in capitals; always set in digits, signs and the point.
    private const int CaseBit = 0x20;

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
        return next == Refused ? Refused : BehindExponent(source, next, end);
    }

    /// <summary>The number times 10^decimals, cut towards zero when it is TooPrecise. The range is
    /// what <see cref="EndOf"/> found.
    /// </summary>
    internal static NumberStatus Scale(
        byte[] source, int index, int end, int decimals, out long scaled)
    {
        int mark = IndexOf('e', source, index, end);
        int point = IndexOf('.', source, index, mark);
        int last = LastDigitAbove0(source, index, mark);
        scaled = 0;
        if (last < index)
        {
            return NumberStatus.Exact;
        }

        // The number is mantissa * 10^shift; the mantissa ends with its last digit above 0, so
        // that 16.500 is as good as 16.5.
        long mantissa = Mantissa(source, index, last, out int digits);
        int shift = decimals + Exponent(source, mark, end) + point - last - (last < point ? 1 : 0);
        NumberStatus status = Fit(digits, shift);
        if (status != NumberStatus.TooLarge)
        {
            long magnitude = shift < 0
                ? LeadingDigits(source, index, last, digits + shift)
                : TimesTen(mantissa, shift);
            scaled = source[index] == '-' ? -magnitude : magnitude;
        }
        return status;
    }

    private static long LeadingDigits(byte[] source, int index, int last, int count)
    {
        long value = 0;
        bool hasBegun = false;
        for (int i = index; i <= last && count > 0; i++)
        {
            hasBegun |= source[i] > '0';
            if (hasBegun && source[i] >= '0')
            {
                value = value * 10 + source[i] - '0';
                count--;
            }
        }
        return value;
    }

    /// <summary>The value of the digits, and how many there are behind the leading zeros. Beyond
    /// <see cref="MaxDigits"/> the value wraps, and is not used.</summary>
    private static long Mantissa(byte[] source, int index, int last, out int digits)
    {
        long mantissa = 0;
        digits = 0;
        for (int i = index; i <= last; i++)
        {
            if (source[i] >= '0' && (digits != 0 || source[i] != '0'))
            {
                digits++;
                mantissa = mantissa * 10 + source[i] - '0';
            }
        }
        return mantissa;
    }

    private static NumberStatus Fit(int digits, int shift)
    {
        if (digits + shift > MaxDigits)
        {
            return NumberStatus.TooLarge;
        }
        return shift < 0 ? NumberStatus.TooPrecise : NumberStatus.Exact;
    }

    /// <summary>The number behind the mark, which stands at <paramref name="end"/> when there is
    /// none.</summary>
    private static int Exponent(byte[] source, int mark, int end)
    {
        int exponent = 0;
        bool negative = false;
        for (int i = mark + 1; i < end; i++)
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
        for (int i = 0; i < times; i++)
        {
            value *= 10;
        }
        return value;
    }

    /// <summary>Where the mark stands, in either case of a letter, or <paramref name="end"/>.
    /// </summary>
    private static int IndexOf(char mark, byte[] source, int index, int end)
    {
        while (index < end && (source[index] | CaseBit) != mark)
        {
            index++;
        }
        return index;
    }

    /// <summary>Before <paramref name="index"/> when every digit is 0.</summary>
    private static int LastDigitAbove0(byte[] source, int index, int end)
    {
        int last = end - 1;
        while (last >= index && source[last] <= '0')
        {
            last--;
        }
        return last;
    }

    private static int BehindExponent(byte[] source, int index, int end)
    {
        if (index == end || (source[index] | CaseBit) != 'e')
        {
            return index;
        }
        index++;
        bool signed = index < end && (source[index] == '-' || source[index] == '+');
        return BehindDigits(source, signed ? index + 1 : index, end);
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
}
