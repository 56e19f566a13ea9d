using System;
using System.Net;
using System.Threading;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>The thread around the network loop. The supervisor may end it and start it anew; the
/// machines within live on.</summary>
internal sealed class NetworkThread
{
    private const int HttpPort = 80;
    private const int FaultPauseMs = 1000;
    private const int FactsIntervalMs = 1000;
    private const int EndMs = 2000;

    /// <summary>Turns that ended in an exception.</summary>
    public int FaultCount;

    private readonly AutoResetEvent _pause = new AutoResetEvent(false);
    private readonly NetworkLoop _loop;
    private readonly HttpSide _http;
    private readonly MqttSide _mqtt;
    private readonly FactsKeeper _facts;
    private readonly SetupDesk _setup;
    private Thread _thread;
    private bool _isListening;
    private long _factsDueAtMs;

    /// <param name="mqtt">Null when no broker is configured.</param>
    public NetworkThread(
        NetworkLoop loop, HttpSide http, MqttSide mqtt, FactsKeeper facts, SetupDesk setup)
    {
        _loop = loop;
        _http = http;
        _mqtt = mqtt;
        _facts = facts;
        _setup = setup;
    }

    public long TurnCount => _loop.TurnCount;

    /// <summary>The owner has ordered a restart.</summary>
    public bool WantsRestart(long nowMs)
    {
        return _loop.WantsRestart(nowMs);
    }

    /// <summary>The owner wants to see which box it is.</summary>
    public bool IsIdentifying(long nowMs)
    {
        return nowMs < _loop.IdentifyUntilMs;
    }

    public void Start()
    {
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>For the supervisor, when the loop stands still: ends the thread, closes every
    /// socket, and starts again.</summary>
    public void StartAnew(long nowMs)
    {
        _thread.Abort();
        _thread.Join(EndMs);
        _isListening = false;
        _http.Pump.Close();
        if (_mqtt != null)
        {
            _mqtt.Pump.Close(nowMs);
        }
        Start();
    }

    private void Run()
    {
        while (true)
        {
            int waitMs = FaultPauseMs;
            try
            {
                waitMs = Turn(Environment.TickCount64);
            }
            catch (ThreadAbortException)
            {
                return;
            }
            catch (Exception)   // The thread's outermost place: count, and go on.
            {
                FaultCount++;
                _isListening = false;
            }
            _pause.WaitOne(waitMs, false);
        }
    }

    private int Turn(long nowMs)
    {
        if (!_isListening)
        {
            _http.Pump.Close();
            _http.Pump.Open(new IPEndPoint(IPAddress.Any, HttpPort));
            _isListening = true;
        }
        if (nowMs >= _factsDueAtMs)
        {
            _factsDueAtMs = nowMs + FactsIntervalMs;
            _facts.Refresh();
        }
        _setup.Turn(nowMs);
        return _loop.Turn(nowMs);
    }
}
