using System.Text;
using System.Text.RegularExpressions;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Makes requests: a known route with odd values, then a little damage to path, verb, headers, body or framing.</summary>
internal static partial class HttpGrammar
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "PROPFIND", "X", "M-SEARCH", "CONNECT", "POST\t", "G ET", "", "(", "é"];

    public static FuzzedRequest Next(Dice dice)
    {
        var route = dice.Pick(Routes.All);
        var verb = dice.OneIn(12) ? dice.Pick(Verbs) : route.Verb;
        var body = route.Body is null && !dice.OneIn(10) ? null : BodyGrammar.From(route.Body ?? "{}", dice);
        var head = new StringBuilder($"{verb} {Target(route, dice)} {(dice.OneIn(60) ? dice.Pick(["HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "HTTP", ""]) : "HTTP/1.1")}\r\n");
        head.Append("Host: localhost\r\nConnection: close\r\n");
        if (route.Body is not null) head.Append($"Content-Type: {dice.Pick(Headers.ContentTypes)}\r\n");
        while (dice.OneIn(3)) head.Append(Headers.Next(dice)).Append("\r\n");
        return dice.OneIn(8) ? Framing.Broken(head, body ?? [], dice) : Framing.Whole(head, body, dice);
    }

    private static string Target(Route route, Dice dice)
    {
        var target = Placeholder().Replace(route.Template, match => Texts.InPath(match.Groups["kind"].Value, dice));
        if (dice.OneIn(6)) target = target.Insert(dice.Below(target.Length + 1), dice.Pick(Texts.OddPath));
        return dice.Below(100) switch
        {
            0 => "http://localhost" + target,
            1 => "*",
            2 => target.TrimStart('/'),
            3 => "localhost:80",
            4 => target + new string('a', 9_000),
            5 => target + Texts.Repeated("/..", 500),
            6 => target + Texts.Repeated("/a", 2_000),
            7 => target + "?" + Texts.Repeated("metadata.a=b&", 500),
            8 => "/." + target,
            9 => "//" + target,
            _ => target,
        };
    }

    [GeneratedRegex(@"\{(?<kind>\w+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
