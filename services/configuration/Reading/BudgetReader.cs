using System.Globalization;
using Athene.Configuration.Budgets;
using Athene.Configuration.Yaml;
using Athene.Contracts.Budgets;

namespace Athene.Configuration.Reading;

/// <summary>Reads how much may be spent.</summary>
internal static class BudgetReader
{
    private static readonly string[] Actions = ["warn", "pause", "stop"];

    public static BudgetsConfiguration Read(YamlSection? section)
    {
        if (section is null) return new BudgetsConfiguration();
        var budgets = new BudgetsConfiguration(
            ReadOne(section.Section("session")), ReadOne(section.Section("project")), ReadOne(section.Section("day")));
        section.Close();
        return budgets;
    }

    public static BudgetsConfiguration ReadOfProject(YamlSection? section)
    {
        if (section is null) return new BudgetsConfiguration();
        var budgets = new BudgetsConfiguration(ReadOne(section.Section("session")), ReadOne(section.Section("project")));
        section.Close();
        return budgets;
    }

    private static Budget? ReadOne(YamlSection? section)
    {
        if (section is null) return null;
        var defaults = new Budget();
        var budget = new Budget(
            (long?)Amount(section, "tokens"),
            Amount(section, "usd"),
            section.Number("warnAt", least: 1) ?? defaults.WarnAt,
            section.Word("action", Actions) is { } word ? Enum.Parse<BudgetAction>(word, ignoreCase: true) : defaults.Action);
        if (budget is { Tokens: null, Usd: null }) section.Report("", "needs 'tokens', 'usd', or both");
        if (budget.WarnAt > 100) section.Report("warnAt", "is a number of per cent: 1 to 100");
        section.Close();
        return budget;
    }

    private static decimal? Amount(YamlSection section, string key)
    {
        if (section.TextOrNumber(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < long.MaxValue) return amount;
        section.Report(key, $"'{text}' is not an amount greater than zero");
        return null;
    }
}
