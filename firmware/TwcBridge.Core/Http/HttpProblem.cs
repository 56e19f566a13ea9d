namespace TwcBridge.Http;

/// <summary>Why a request is not served. HttpProblems turns each into a status, a code and words.
/// </summary>
public enum HttpProblem : byte
{
    None,

    // The bytes are no request that we read.
    BadRequestLine,
    BadTarget,
    UnsupportedVersion,
    BareLineFeed,
    ControlCharacter,
    FoldedHeader,
    BadHeader,
    DuplicateHeader,
    MissingHost,
    BadContentLength,
    AmbiguousLength,
    LengthRequired,
    UnsupportedTransferCoding,
    UnsupportedExpectation,
    UnexpectedBody,
    BodyTooLarge,
    TargetTooLong,
    HeadTooLarge,

    // A request that this box does not serve.
    WrongHost,
    Unauthorized,

    /// <summary>A write in a session, without the mark of our own page.</summary>
    MissingMark,
    TooManyTries,
    NotFound,
    UnknownCharger,
    MethodNotAllowed,
    NotAcceptable,
    WrongMediaType,
    BadForm,
    UnknownKey,

    /// <summary>The text is not one whole certificate.</summary>
    NoCertificate,

    /// <summary>The settings have changed since the client has read them.</summary>
    PreconditionFailed,

    /// <summary>The flash did not take the settings.</summary>
    NotSaved,

    /// <summary>Another client has the place for a long body.</summary>
    Busy,

    // The bytes, the status or the answer did not come in time.
    StatusStale,
    RequestTimeout,
    BusSideSilent,
}
