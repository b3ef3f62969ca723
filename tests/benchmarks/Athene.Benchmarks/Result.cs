namespace Athene.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Best">The least of all rounds: what the machine can do when nothing else runs on it.</param>
/// <param name="Aim">The most that it should be; empty for what is shown only to be compared with.</param>
internal sealed record Result(string What, string Median, string Best = "", string Aim = "")
{
    public static Result Of(string what, Samples samples, string aim = "") => new(what, Show(samples.Median), Show(samples.Least), aim);

    /// <summary>How many times as long as the other it takes.</summary>
    public static Result Ratio(string what, Samples samples, Samples floor, string aim = "") =>
        new(what, $"{samples.Median / floor.Median:0.00} ×", $"{samples.Least / floor.Least:0.00} ×", aim);

    private static string Show(TimeSpan time) => time.TotalSeconds < 1 ? $"{time.TotalMilliseconds:0.0} ms" : $"{time.TotalSeconds:0.00} s";
}
