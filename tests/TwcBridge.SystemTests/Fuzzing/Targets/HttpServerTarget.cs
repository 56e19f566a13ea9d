using System;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>
/// The server with all its places in use: requests in chunks that take turns, slow readers, clients
/// that vanish. Each request of a case has its length, two bytes, in front.
/// </summary>
internal sealed class HttpServerTarget : FuzzTarget
{
    private const int LongestRequest = 7000;
    private const int MostTurns = 3000;

    private readonly FuzzInput _request = new(LongestRequest);
    private readonly Delivery _delivery = new();
    private readonly byte[] _chunk = new byte[512];
    private readonly BoxStatus _status = new() { ConnectorCount = 2 };
    private readonly BusReport _report = new();
    private readonly Timings _timings = new();
    private readonly Command _command = new();
    private readonly CommandResult _result = new();
    private readonly int[] _left = new int[HttpServer.MaxConnections];
    private readonly bool[] _isOpen = new bool[HttpServer.MaxConnections];
    private HttpServer _server = null!;
    private long _nowMs;

    public override string Name => "http-server";

    public override int CaseLength => 16384;

    public override int PerMille => 120;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        Delivery.AddKey(input, dice);
        for (int i = dice.Between(1, 20); i > 0; i--)
        {
            _request.Clear();
            RequestMix.Add(_request, dice);
            input.Add((byte)(_request.Length >> 8));
            input.Add((byte)_request.Length);
            input.Add(_request.Span);
        }
    }

    public override void Prepare(byte[] bytes)
    {
        byte[] password = bytes[0] < 0x40 ? [(byte)'b'] : [];
        HttpOptions options = new() { HostNames = ["box"], Password = password };
        _server = new HttpServer(options, new BoxFacts { BoxId = "a1b2c3" }, 0, 8);
        _status.Connector(0).Id = 0x1000;
        Array.Clear(_isOpen);
        _nowMs = 0;
    }

    public override void Run(byte[] bytes, int length)
    {
        _delivery.Restart(bytes, length);
        int turns = 0;
        while (_delivery.Left > 0)
        {
            Require(turns++ < MostTurns + length, "does not come to an end");
            Accept();
            TakeTurn(_delivery.Dice);
        }
        for (turns = 0; IsAnyOpen(); turns++)
        {
            Require(turns < MostTurns, "a connection that does not end");
            TakeTurn(_delivery.Dice);
        }
        Reached += _server.Served;
        Require(_server.HasRoom && _server.TurnedAway == 0, "places are lost");
    }

    private void Accept()
    {
        if (!_server.HasRoom || _delivery.Left == 0)
        {
            return;
        }
        _delivery.Take(_chunk, 2);
        int client = _server.OnAccepted(_nowMs);
        Require(client is >= 0 and < HttpServer.MaxConnections && !_isOpen[client], "no place");
        _isOpen[client] = true;
        _left[client] = Math.Min(LongestRequest, (_chunk[0] << 8) | _chunk[1]);
        Hear(client, _delivery.Dice);
    }

    // The bytes of all requests stand one behind the other: who is first takes the next.
    private void Hear(int client, FuzzDice dice)
    {
        int count = _delivery.Take(_chunk, Math.Min(dice.Between(1, 511), _left[client]));
        _left[client] -= count;
        if (count > 0)
        {
            _server.OnReceived(client, _chunk, count, _nowMs);
        }
    }

    private void TakeTurn(FuzzDice dice)
    {
        _nowMs += dice.OneIn(9) ? dice.Next(3000) : dice.Next(50);
        _server.OnStatus(_status, _nowMs);
        for (int client = 0; client < HttpServer.MaxConnections; client++)
        {
            if (_isOpen[client])
            {
                Serve(client, dice);
            }
        }
        if (!dice.OneIn(5))
        {
            AnswerAsBus(dice);
        }
        _server.OnTime(_nowMs);
    }

    private void Serve(int client, FuzzDice dice)
    {
        Hear(client, dice);
        int pending = _server.PendingLength(client);
        if (pending > 0)
        {
            int end = _server.PendingOffset(client) + pending;
            Require(end <= _server.PendingBuffer(client).Length, "an answer beyond its buffer");
            _server.OnSent(client, dice.OneIn(2) ? pending : dice.Next(pending + 1), _nowMs);
        }
        if (_server.WantsClose(client) || dice.OneIn(500))
        {
            _server.OnClosed(client);
            _isOpen[client] = false;
            _left[client] = 0;
        }
    }

    private void AnswerAsBus(FuzzDice dice)
    {
        if (_server.WantsReport)
        {
            _server.OnReport(_report, _timings, _nowMs);
        }
        while (_server.TryNextCommand(_command))
        {
            _result.Ticket = _command.Ticket;
            _result.Code = (CommandCode)dice.Next(4);
            _server.OnResult(_result, _nowMs);
        }
    }

    private bool IsAnyOpen()
    {
        return Array.IndexOf(_isOpen, true) >= 0;
    }
}
