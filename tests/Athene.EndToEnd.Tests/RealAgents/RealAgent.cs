using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>One of the agent programs of the npm registry, on a machine where nobody has used it: a home of its own, and a model of the test.</summary>
internal abstract class RealAgent(string home, ScriptedModel model)
{
    /// <summary>The profile's name.</summary>
    public abstract string Name { get; }

    /// <summary>What its first start in a repository asks when it may do everything.</summary>
    public abstract IReadOnlyList<Question> FirstQuestions { get; }

    /// <summary>What it asks before it runs a command that it may not run by itself.</summary>
    public abstract Question Permission { get; }

    protected string Home => home;

    protected ScriptedModel Model => model;

    /// <summary>What the project hands to the agent: its own home, the address of the model, and that it neither calls home nor updates itself.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(OwnEnvironment)
    {
        ["HOME"] = home,
        ["XDG_CONFIG_HOME"] = Path.Combine(home, ".config"),
        ["XDG_DATA_HOME"] = Path.Combine(home, ".local", "share"),
        ["XDG_STATE_HOME"] = Path.Combine(home, ".local", "state"),
        ["XDG_CACHE_HOME"] = Path.Combine(home, ".cache"),
        ["GIT_AUTHOR_NAME"] = Name,
        ["GIT_AUTHOR_EMAIL"] = "agent@example.org",
        ["GIT_COMMITTER_NAME"] = Name,
        ["GIT_COMMITTER_EMAIL"] = "agent@example.org",
    };

    protected abstract IReadOnlyDictionary<string, string> OwnEnvironment { get; }

    /// <summary>Writes what a person would have set up once: where the model is.</summary>
    public abstract void Prepare();

    protected void Write(string content, params string[] path)
    {
        var file = Path.Combine([home, .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
