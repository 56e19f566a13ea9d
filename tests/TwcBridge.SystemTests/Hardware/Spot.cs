using System;
using System.Globalization;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>A place on the sheet, in ten-thousandths of a millimetre: KiCad writes no finer.
/// </summary>
internal readonly record struct Spot(int X, int Y)
{
    public static Spot Of(SExpression pair)
    {
        return new Spot(Parse(pair.Items[0].Word), Parse(pair.Items[1].Word));
    }

    /// <summary>Where a point of a symbol comes to lie. A symbol counts upwards, a sheet downwards.
    /// </summary>
    public Spot Place(Spot inSymbol, int degrees)
    {
        return degrees switch
        {
            0 => new Spot(X + inSymbol.X, Y - inSymbol.Y),
            90 => new Spot(X - inSymbol.Y, Y - inSymbol.X),
            180 => new Spot(X - inSymbol.X, Y + inSymbol.Y),
            270 => new Spot(X + inSymbol.Y, Y + inSymbol.X),
            _ => throw new FormatException($"a symbol is turned by {degrees} degrees"),
        };
    }

    /// <summary>For wires that are level or upright, as ours are.</summary>
    public bool IsBetween(Spot one, Spot other)
    {
        return X >= Math.Min(one.X, other.X) && X <= Math.Max(one.X, other.X)
            && Y >= Math.Min(one.Y, other.Y) && Y <= Math.Max(one.Y, other.Y);
    }

    private static int Parse(string millimetres)
    {
        return (int)(decimal.Parse(millimetres, CultureInfo.InvariantCulture) * 10_000);
    }
}
