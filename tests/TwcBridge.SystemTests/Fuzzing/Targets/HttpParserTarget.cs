using System;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>One request, read at once and in pieces: the same verdict.</summary>
internal sealed class HttpParserTarget : FuzzTarget
{
    private readonly Delivery _delivery = new();
    private readonly byte[] _chunk = new byte[64];
    private readonly byte[] _whole = new byte[8192];
    private readonly byte[] _firstBody = new byte[8192];
    private readonly byte[] _secondBody = new byte[8192];
    private readonly HttpRequestParser _first = new(new byte[HttpResponse.Capacity]);
    private readonly HttpRequestParser _second = new(new byte[HttpResponse.Capacity]);

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
        Feed(_first, _whole, count, _firstBody);
        while (_delivery.Left > 0)
        {
            int taken = _delivery.Take(_chunk, _delivery.Dice.Between(1, _chunk.Length));
            Feed(_second, _chunk, taken, _secondBody);
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

    private static void Feed(HttpRequestParser parser, byte[] source, int length, byte[] body)
    {
        int at = 0;
        for (int calls = 0; at < length && parser.Status == HttpParseStatus.NeedMore; calls++)
        {
            Require(calls <= length, "takes nothing");
            at = parser.Push(source, at, length);
            Require(at <= length, "takes more than there is");
            if (parser.Status == HttpParseStatus.Head)
            {
                if (parser.Request.ContentLength > body.Length)
                {
                    return;     // Whoever admits the request refuses it.
                }
                bool isShort = parser.Request.ContentLength <= HttpRequestParser.OwnBodyCapacity;
                parser.BeginBody(isShort ? null : body);
            }
        }
    }

    private static void Compare(HttpRequest one, HttpRequest other)
    {
        for (HttpField field = HttpField.Method; field <= HttpField.PageMark; field++)
        {
            Require(one.Has(field) == other.Has(field) && (!one.Has(field)
                || one.Bytes.AsSpan(one.OffsetOf(field), one.LengthOf(field)).SequenceEqual(
                    other.Bytes.AsSpan(other.OffsetOf(field), other.LengthOf(field)))),
                "another head in pieces");
        }
        Require(one.BodyLength == one.ContentLength && one.Body.AsSpan(
                one.BodyOffset, one.BodyLength)
            .SequenceEqual(other.Body.AsSpan(other.BodyOffset, other.BodyLength)),
            "another body in pieces");
    }
}
