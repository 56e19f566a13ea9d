using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace TwcBridge.Loops;

/// <summary>
/// Looks up and connects to the broker on a thread of its own: both calls block for as long as the
/// network stack likes, and nothing else may wait for them. One dial at a time.
/// </summary>
public sealed class BrokerDialer
{
    private readonly object _gate = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly string _host;
    private readonly int _port;
    private Socket _socket;
    private DialState _state;
    private bool _isStopping;

    public BrokerDialer(string host, int port)
    {
        _host = host;
        _port = port;
    }

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

    /// <summary>The connected socket, once; it belongs to the caller then.</summary>
    public Socket Take()
    {
        lock (_gate)
        {
            Socket socket = _socket;
            _socket = null;
            _state = DialState.Idle;
            return socket;
        }
    }

    /// <summary>Nobody waits for the dial any more: what comes of it is closed.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (_state == DialState.Dialing)
            {
                _state = DialState.Abandoned;
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

    private Socket Dial()
    {
        Socket socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(Locate(_host), _port));
            return socket;
        }
        catch (System.Exception)
        {
            // The stacks differ in what they throw for an unknown name; all of it means: no broker.
            if (socket != null)
            {
                socket.Close();
            }
            return null;
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

    private void Settle(Socket socket)
    {
        Socket unwanted = null;
        lock (_gate)
        {
            if (_state == DialState.Abandoned)
            {
                unwanted = socket;
                _state = DialState.Idle;
            }
            else
            {
                _socket = socket;
                _state = socket == null ? DialState.Failed : DialState.Connected;
            }
        }
        if (unwanted != null)
        {
            unwanted.Close();
        }
    }
}
