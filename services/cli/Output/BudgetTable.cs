using System.Globalization;
using Athene.Contracts.Budgets;

namespace Athene.Cli.Output;

/// <summary>What was spent, as lines of text.</summary>
internal static class BudgetTable
{
    public static void Write(TextWriter writer, BudgetReport report)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Date:yyyy-MM-dd}, until {report.ResetsAt.LocalDateTime:HH:mm}"));
        var table = new TextTable("BUDGET OF", "", "SPENT", "LIMIT", "TOKENS", "LIMIT", "USED", "THEN");
        foreach (var line in report.Data)
        {
            table.Add(
                line.Scope.ToString().ToLowerInvariant(),
                line.Scope is BudgetScope.Day ? "" : line.Name,
                Dollars(line.Usd),
                line.UsdLimit is { } usd ? Dollars(usd) : "-",
                Number(line.Tokens),
                line.TokenLimit is { } tokens ? Number(tokens) : "-",
                line.Percent is { } percent ? $"{percent} %" : "-",
                line.Action?.ToString().ToLowerInvariant() ?? "-");
        }

        table.Write(writer);
    }

    private static string Dollars(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${amount:0.00}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
