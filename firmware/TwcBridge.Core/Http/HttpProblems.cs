using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>The one table of problems: HTTP status, code for programs, words for people.</summary>
public static class HttpProblems
{
    public static int StatusOf(HttpProblem problem)
    {
        return problem switch
        {
            HttpProblem.UnsupportedVersion => 505,
            HttpProblem.LengthRequired => 411,
            HttpProblem.UnsupportedTransferCoding => 501,
            HttpProblem.UnsupportedExpectation => 417,
            HttpProblem.BodyTooLarge => 413,
            HttpProblem.TargetTooLong => 414,
            HttpProblem.HeadTooLarge => 431,
            HttpProblem.WrongHost => 421,
            HttpProblem.Unauthorized => 401,
            HttpProblem.MissingMark => 401,
            HttpProblem.TooManyTries => 429,
            HttpProblem.NotFound => 404,
            HttpProblem.UnknownCharger => 404,
            HttpProblem.MethodNotAllowed => 405,
            HttpProblem.NotAcceptable => 406,
            HttpProblem.PreconditionFailed => 412,
            HttpProblem.NoCertificate => 422,
            HttpProblem.NotSaved => 503,
            HttpProblem.WrongMediaType => 415,
            HttpProblem.Busy => 503,
            HttpProblem.RequestTimeout => 408,
            HttpProblem.StatusStale => 503,
            HttpProblem.BusSideSilent => 503,
            _ => 400,
        };
    }

    public static string CodeOf(HttpProblem problem)
    {
        return problem switch
        {
            HttpProblem.BadRequestLine => "bad_request_line",
            HttpProblem.BadTarget => "bad_target",
            HttpProblem.UnsupportedVersion => "unsupported_version",
            HttpProblem.BareLineFeed => "bare_line_feed",
            HttpProblem.ControlCharacter => "control_character",
            HttpProblem.FoldedHeader => "folded_header",
            HttpProblem.BadHeader => "bad_header",
            HttpProblem.DuplicateHeader => "duplicate_header",
            HttpProblem.MissingHost => "missing_host",
            HttpProblem.BadContentLength => "bad_content_length",
            HttpProblem.AmbiguousLength => "ambiguous_length",
            HttpProblem.LengthRequired => "length_required",
            HttpProblem.UnsupportedTransferCoding => "unsupported_transfer_coding",
            HttpProblem.UnsupportedExpectation => "unsupported_expectation",
            HttpProblem.UnexpectedBody => "unexpected_body",
            HttpProblem.BodyTooLarge => "body_too_large",
            HttpProblem.TargetTooLong => "target_too_long",
            HttpProblem.HeadTooLarge => "head_too_large",
            HttpProblem.WrongHost => "wrong_host",
            HttpProblem.Unauthorized => "unauthorized",
            HttpProblem.MissingMark => "missing_mark",
            HttpProblem.TooManyTries => "too_many_tries",
            HttpProblem.NotFound => "not_found",
            HttpProblem.UnknownCharger => AnswerCode.Of(CommandCode.UnknownCharger),
            HttpProblem.MethodNotAllowed => "method_not_allowed",
            HttpProblem.NotAcceptable => "not_acceptable",
            HttpProblem.WrongMediaType => "wrong_media_type",
            HttpProblem.BadForm => "bad_form",
            HttpProblem.PreconditionFailed => "precondition_failed",
            HttpProblem.NoCertificate => "no_certificate",
            HttpProblem.NotSaved => "not_saved",
            HttpProblem.UnknownKey => AnswerCode.Of(ParseStatus.UnknownKey),
            HttpProblem.Busy => AnswerCode.Of(CommandCode.Busy),
            HttpProblem.RequestTimeout => "request_timeout",
            HttpProblem.StatusStale => "status_stale",
            HttpProblem.BusSideSilent => "bus_side_silent",
            _ => "none",
        };
    }

    public static string MessageOf(HttpProblem problem)
    {
        return problem switch
        {
            HttpProblem.BadRequestLine => "The first line must read: METHOD /path HTTP/1.1",
            HttpProblem.BadTarget => "The target must be a path that begins with a slash.",
            HttpProblem.UnsupportedVersion => "Only HTTP/1.1 is spoken here.",
            HttpProblem.BareLineFeed => "Lines end with CR and LF.",
            HttpProblem.ControlCharacter => "A line of the head holds a control character.",
            HttpProblem.FoldedHeader => "A header must not go on in the next line.",
            HttpProblem.BadHeader => "A header must read: name, colon, value.",
            HttpProblem.DuplicateHeader => "A header that may come once came twice.",
            HttpProblem.MissingHost => "The Host header is missing.",
            HttpProblem.BadContentLength => "Content-Length must be a whole number.",
            HttpProblem.AmbiguousLength =>
                "Content-Length and Transfer-Encoding must not come together.",
            HttpProblem.LengthRequired => "Send a Content-Length and no chunks.",
            HttpProblem.UnsupportedTransferCoding => "This Transfer-Encoding is not known here.",
            HttpProblem.UnsupportedExpectation => "Send the body without an Expect header.",
            HttpProblem.UnexpectedBody => "This method takes no body.",
            HttpProblem.BodyTooLarge => "The body is longer than this path takes.",
            HttpProblem.TargetTooLong => "The target is longer than 256 bytes.",
            HttpProblem.HeadTooLarge => "The head is longer than 2048 bytes.",
            HttpProblem.WrongHost => "The Host header names another host than this box.",
            HttpProblem.Unauthorized => "This needs the password of the box.",
            HttpProblem.MissingMark => "A write in a session needs the header X-TwcBridge.",
            HttpProblem.TooManyTries => "Too many wrong passwords. Wait 10 s.",
            HttpProblem.NotFound => "There is nothing at this path.",
            HttpProblem.UnknownCharger => "No connector with this id has been seen.",
            HttpProblem.MethodNotAllowed => "This path does not take this method.",
            HttpProblem.NotAcceptable =>
                "The page is sent compressed: allow gzip, with curl by --compressed.",
            HttpProblem.Busy => "Another client is sending settings. Send them again in a second.",
            HttpProblem.PreconditionFailed =>
                "The settings were changed since you have read them. Nothing was changed.",
            HttpProblem.NoCertificate =>
                "The text must hold one whole certificate, from BEGIN CERTIFICATE to END.",
            HttpProblem.NotSaved => "It could not be saved. Nothing was changed.",
            HttpProblem.BadForm => "The body must be one JSON object with this key.",
            HttpProblem.UnknownKey => "There is no such key here.",
            HttpProblem.WrongMediaType => "Send JSON, with Content-Type: application/json.",
            HttpProblem.StatusStale => "The bus side has told nothing new for 5 s.",
            HttpProblem.RequestTimeout => "The request was not complete within 5 s.",
            HttpProblem.BusSideSilent =>
                "The bus side did not answer within 2 s. Read the status to see what is in force.",
            _ => "",
        };
    }
}
