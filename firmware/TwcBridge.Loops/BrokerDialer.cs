using System.Net;
using System.Net.Sockets;
using System.Threading;
using TwcBridge.Mqtt;

namespace TwcBridge.Loops;

/// <summary>
/// Looks up and connects to the broker on a thread of its own, and agrees on TLS with it: these
/// calls block for as long as the network stack or the other side likes, and nothing else may wait
/// for them. One dial at a time.
/// </summary>
public sealed class BrokerDialer
{
    private readonly object _gate = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly string _host;
    private readonly int _port;
    private readonly ITls _tls;
    private Socket _agreeing;       // Null unless TLS is being agreed on.
    private IBrokerLine _line;
    private MqttCloseReason _problem;
    private DialState _state;
    private bool _isStopping;

    /// <param name="tls">Null to speak without.</param>
    public BrokerDialer(string host, int port, ITls tls)
    {
        _host = host;
        _port = port;
        _tls = tls;
    }

    /// <summary>Certificates are looked at, so there has to be a clock.</summary>
    public bool NeedsClock => _tls != null;

    /// <summary>What became of the last dial.</summary>
    public DialState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Asks the thread to dial. False while it is still busy with an older dial.</summary>
    public bool TryDial()
    {
        lock (_gate)
        {
            if (_state == DialState.Dialing || _state == DialState.Abandoned)
            {
                return false;
            }
            _state = DialState.Dialing;
        }
        _wake.Set();
        return true;
    }

    /// <summary>The connection, once; it belongs to the caller then. Null after a failure.
    /// </summary>
    /// <param name="problem">Why there is none.</param>
    public IBrokerLine Take(out MqttCloseReason problem)
    {
        lock (_gate)
        {
            IBrokerLine line = _line;
            problem = _problem;
            _line = null;
            _state = DialState.Idle;
            return line;
        }
    }

    /// <summary>Nobody waits for the dial any more: what comes of it is closed. One that hangs in
    /// TLS ends by that.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (_state == DialState.Dialing)
            {
                _state = DialState.Abandoned;
                if (_agreeing != null)
                {
                    _agreeing.Close();
                }
            }
        }
    }

    public void Stop()
    {
        _isStopping = true;
        _wake.Set();
    }

    /// <summary>The body of the thread.</summary>
    public void Run()
    {
        while (!_isStopping)
        {
            _wake.WaitOne();
            if (!_isStopping)
            {
                Settle(Dial());
            }
        }
    }

    private IBrokerLine Dial()
    {
        Socket socket = null;
        IBrokerLine line = null;
        _problem = MqttCloseReason.DialFailed;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(Locate(_host), _port));
            line = _tls == null ? new PlainLine(socket) : Agree(socket);
        }
        catch (System.Exception)
        {
            // The stacks differ in what they throw for an unknown name; all of it means: no broker.
            line = null;
        }
        if (line == null && socket != null)
        {
            socket.Close();
        }
        return line;
    }

    private IBrokerLine Agree(Socket socket)
    {
        if (!TryBeginAgreeing(socket))
        {
            return null;
        }
        IBrokerLine line = _tls.Open(socket, _host, out _problem);
        lock (_gate)
        {
            _agreeing = null;
        }
        return line;
    }

    private bool TryBeginAgreeing(Socket socket)
    {
        lock (_gate)
        {
            _agreeing = _state == DialState.Dialing ? socket : null;
            return _agreeing != null;
        }
    }

    // No name ends in a digit; an address does, and needs no look-up.
    private static IPAddress Locate(string host)
    {
        char last = host[host.Length - 1];
        if (last >= '0' && last <= '9')
        {
            return IPAddress.Parse(host);
        }
        IPAddress[] found = Dns.GetHostEntry(host).AddressList;
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i].AddressFamily == AddressFamily.InterNetwork)
            {
                return found[i];
            }
        }
        return found[0];
    }

    private void Settle(IBrokerLine line)
    {
        IBrokerLine unwanted = null;
        lock (_gate)
        {
            if (_state == DialState.Abandoned)
            {
                unwanted = line;
                _state = DialState.Idle;
            }
            else
            {
                _line = line;
                _state = line == null ? DialState.Failed : DialState.Connected;
            }
        }
        if (unwanted != null)
        {
            unwanted.Close();
        }
    }
}
