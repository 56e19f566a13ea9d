using System;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>One request, read at once and in pieces: the same verdict.</summary>
internal sealed class HttpParserTarget : FuzzTarget
{
    private readonly Delivery _delivery = new();
    private readonly byte[] _chunk = new byte[64];
    private readonly byte[] _whole = new byte[8192];
    private readonly HttpRequestParser _first = new();
    private readonly HttpRequestParser _second = new();

    public override string Name => "http-parser";

    public override int CaseLength => 7000;

    public override int PerMille => 60;

    public override bool AllocatesNothing => true;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        Delivery.AddKey(input, dice);
        RequestMix.Add(input, dice);
        if (input.Length == Delivery.KeyLength)
        {
            input.Add(0);
        }
    }

    public override void Prepare(byte[] bytes)
    {
        _first.Restart();
        _second.Restart();
    }

    public override void Run(byte[] bytes, int length)
    {
        _delivery.Restart(bytes, length);
        int count = length - _delivery.Offset;
        Array.Copy(bytes, _delivery.Offset, _whole, 0, count);
        _first.Push(_whole, count);
        while (_delivery.Left > 0)
        {
            int taken = _delivery.Take(_chunk, _delivery.Dice.Between(1, _chunk.Length));
            _second.Push(_chunk, taken);
        }
        Require(_first.Status == _second.Status && _first.Problem == _second.Problem,
            "another verdict in pieces");
        Require((_first.Status == HttpParseStatus.Refused) == (_first.Problem != HttpProblem.None),
            "refused without a problem");
        if (_first.Status == HttpParseStatus.Complete)
        {
            Reached++;
            Compare(_first.Request, _second.Request);
        }
    }

    private static void Compare(HttpRequest one, HttpRequest other)
    {
        Require(AreSame(one.Method, other.Method) && AreSame(one.Path, other.Path)
            && AreSame(one.Query, other.Query), "another request in pieces");
        Require(one.BodyLength == other.BodyLength && one.Body.AsSpan(0, one.BodyLength)
            .SequenceEqual(other.Body.AsSpan(0, other.BodyLength)), "another body in pieces");
    }

    private static bool AreSame(HttpText one, HttpText other)
    {
        return one.IsPresent == other.IsPresent && (!one.IsPresent
            || one.Source.AsSpan(one.Offset, one.Length)
                .SequenceEqual(other.Source.AsSpan(other.Offset, other.Length)));
    }
}
