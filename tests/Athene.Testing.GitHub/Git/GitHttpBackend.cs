using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Athene.Testing.GitHub.Git;

/// <summary>Lets git clients clone and push over HTTP: git's own CGI program behind this server.</summary>
internal static class GitHttpBackend
{
    /// <param name="root">The folder that the repositories are in.</param>
    public static async Task ServeAsync(HttpContext context, string root)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var output = new MemoryStream();
        await Cli.Wrap("git").WithArguments(["http-backend"])
            .WithEnvironmentVariables(VariablesOf(context.Request, root, body.Length))
            .WithStandardInputPipe(PipeSource.FromBytes(body.ToArray()))
            .WithStandardOutputPipe(PipeTarget.ToStream(output))
            .ExecuteAsync(context.RequestAborted);
        await AnswerAsync(output.ToArray(), context.Response);
    }

    private static Dictionary<string, string?> VariablesOf(HttpRequest request, string root, long length) => new()
    {
        ["GIT_PROJECT_ROOT"] = root,
        ["GIT_HTTP_EXPORT_ALL"] = "1",
        ["PATH_INFO"] = request.Path.Value,
        ["QUERY_STRING"] = request.QueryString.Value?.TrimStart('?'),
        ["REQUEST_METHOD"] = request.Method,
        ["CONTENT_TYPE"] = request.ContentType ?? "",
        ["CONTENT_LENGTH"] = length.ToString(CultureInfo.InvariantCulture),
        ["HTTP_CONTENT_ENCODING"] = request.Headers.ContentEncoding.ToString(),
        ["GIT_PROTOCOL"] = request.Headers["Git-Protocol"].ToString(),
        ["REMOTE_USER"] = "ada",
    };

    private static async Task AnswerAsync(byte[] answer, HttpResponse response)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(answer, 0, end).Split("\r\n"))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (name == "Status") response.StatusCode = int.Parse(value.AsSpan(0, 3), CultureInfo.InvariantCulture);
            else response.Headers[name] = value;
        }

        await response.Body.WriteAsync(answer.AsMemory(end + 4));
    }
}
