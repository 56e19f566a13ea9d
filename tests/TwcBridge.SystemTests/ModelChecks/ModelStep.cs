namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>Everything that may happen next. Of two connectors, 0 and 1.</summary>
internal enum ModelStep : byte
{
    /// <summary>The next heartbeat is heard, and so is its answer.</summary>
    Answered,

    /// <summary>The next heartbeat is heard; the answer is lost.</summary>
    AnswerLost,

    /// <summary>The next heartbeat is lost.</summary>
    Unheard,

    /// <summary>Five seconds in which everything is heard and answered.</summary>
    Calm,

    /// <summary>It hears nothing for so long that its link is given up.</summary>
    Deaf0,
    Deaf1,

    /// <summary>Power away and back: it has forgotten its limit and announces itself.</summary>
    Reset0,
    Reset1,

    /// <summary>A car comes, or goes.</summary>
    Plug0,
    Plug1,

    /// <summary>Its car begins to draw more than it may, or obeys again.</summary>
    Greedy0,
    Greedy1,

    /// <summary>A user claims the minimum for it, and the other one may have the rest.</summary>
    Limit0,
    Limit1,

    /// <summary>Both claims are given back.</summary>
    Release,

    /// <summary>The second one announces itself while its car charges with what an earlier
    /// controller gave it. Only at the start: what it holds besides is nobody's doing.</summary>
    Arrive1,
}
