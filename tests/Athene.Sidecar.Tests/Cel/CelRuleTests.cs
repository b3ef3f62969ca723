using System.Text.Json;
using Athene.Sidecar.Cel;

namespace Athene.Sidecar.Tests.Cel;

/// <summary>The rule language, expression by expression.</summary>
public sealed class CelRuleTests
{
    private const string Event = """
        {
          "id": "7", "type": "order.created", "source": "shop", "specversion": "1.0", "subject": "",
          "data": { "n": 3, "price": 2.5, "name": "Zoë", "paid": true, "note": null, "tags": ["new", "big"], "customer": { "id": 12, "vip": false }, "not-a-name": "x" }
        }
        """;

    [Theory]
    [InlineData("event.type == 'order.created'")]
    [InlineData("event.type != \"order.deleted\"")]
    [InlineData("event.data.n == 3 && event.data.price == 2.5")]
    [InlineData("event.data.n < 4 && event.data.n <= 3 && event.data.n > 2 && event.data.n >= 3.0")]
    [InlineData("event.data.customer.id > 10 || event.data.gone == 1")]
    [InlineData("event.data.gone == 1 || event.data.n == 3")]
    [InlineData("!(event.data.gone == 1 && false)")]
    [InlineData("event.data.paid && !event.data.customer.vip")]
    [InlineData("event.data.note == null && event.data.n != null")]
    [InlineData("event.type in ['order.created', 'order.changed']")]
    [InlineData("'big' in event.data.tags && !('old' in event.data.tags)")]
    [InlineData("'customer' in event.data")]
    [InlineData("event.data.tags == ['new', 'big']")]
    [InlineData("event.data.tags[1] == 'big' && event['type'] == event.type && event.data[\"not-a-name\"] == 'x'")]
    [InlineData("has(event.data.note) && !has(event.data.gone)")]
    [InlineData("has(event.data.customer) ? event.data.customer.id == 12 : false")]
    [InlineData("event.data.paid ? event.data.n == 3 : event.data.gone")]
    [InlineData("event.type.startsWith('order.') && event.type.endsWith('created') && event.type.contains('r.c')")]
    [InlineData("event.type.matches('^order\\\\.(created|changed)$')")]
    [InlineData("matches(event.type, r'^order\\.')")]
    [InlineData("size(event.data.name) == 3 && event.data.tags.size() == 2 && size(event.data.customer) == 2 && size('') == 0")]
    [InlineData("1 + 2 * 3 - 4 / 2 == 5 && 7 % 4 == 3 && 7 / 2 == 3 && -2 < -1")]
    [InlineData("1.5 + 1.5 == 3.0 && 'a' + 'b' == 'ab' && [1] + [2] == [1, 2]")]
    [InlineData("int(event.data.n) % 2 == 1 && double(1) / 2.0 == 0.5 && string(12) == '12' && string(true) == 'true'")]
    [InlineData("event.data.n == 3.0 && 3 == 3.0 && 0x10 == 16 && 1e3 == 1000")]
    [InlineData("'\\u0041\\n\\'' == \"A\\n'\" && 'b' > 'a' && true > false")]
    [InlineData("(((event.id)) == '7')")]
    [InlineData("false ? event.data.gone : true")]
    public void Rule_that_holds_matches(string rule) => CelRule.Parse(rule).Matches(Json(Event)).ShouldBeTrue();

    [Theory]
    [InlineData("event.type == 'Order.Created'")]
    [InlineData("event.data.n == '3'")]
    [InlineData("event.data.paid == 'true'")]
    [InlineData("event.type in []")]
    [InlineData("event.data.gone == 1 && false")]
    [InlineData("event.data.customer == event.data.tags")]
    [InlineData("event.subject != ''")]
    [InlineData("0.0 / 0.0 < 1.0 || 0.0 / 0.0 >= 1.0")]
    public void Rule_that_does_not_hold_does_not_match(string rule) => CelRule.Parse(rule).Matches(Json(Event)).ShouldBeFalse();

    [Theory]
    [InlineData("event.data.gone == 1", "no such key: gone")]
    [InlineData("event.data.gone.deeper == 1", "no such key: gone")]
    [InlineData("event.type.part == 1", "no such overload")]
    [InlineData("has(event.gone.part)", "no such key: gone")]
    [InlineData("event.data.n < 'x'", "no such overload")]
    [InlineData("event.data.n + 1 == 4", "no such overload")]
    [InlineData("event.data.tags[2] == ''", "out of bounds")]
    [InlineData("event.data.tags[-1] == ''", "out of bounds")]
    [InlineData("1 / 0 == 1", "divide by zero")]
    [InlineData("9223372036854775807 + 1 == 0", "overflow")]
    [InlineData("event.data.n && true", "no such overload")]
    [InlineData("event.data.n.contains('3')", "no such overload")]
    [InlineData("event.type", "neither true nor false")]
    [InlineData("event.data.n.matches('3')", "asks for a text")]
    [InlineData("1 in 2", "no such overload")]
    public void Rule_without_an_answer_says_why(string rule, string reason) =>
        Should.Throw<CelEvaluationException>(() => CelRule.Parse(rule).Matches(Json(Event))).Message.ShouldContain(reason, Case.Insensitive);

    [Theory]
    [InlineData("", 1, "the end is not expected")]
    [InlineData("event.type = 'x'", 12, "'=' is not supported")]
    [InlineData("event.type == ", 15, "the end is not expected")]
    [InlineData("event.type == 'x", 15, "does not end")]
    [InlineData("event.type == 'x' event", 19, "'event' is not expected")]
    [InlineData("(event.type == 'x'", 19, "')' is expected")]
    [InlineData("type == 'x'", 1, "'type' is not known here")]
    [InlineData("event.data.items.exists(i, i > 1)", 25, "'i' is not known here")]
    [InlineData("event.data.n.lower()", 14, "'lower' is not supported")]
    [InlineData("timestamp(event.time) > 1", 1, "'timestamp' is not supported")]
    [InlineData("event.type.startsWith()", 12, "1 arguments instead of 2")]
    [InlineData("has(event)", 1, "asks for one field")]
    [InlineData("event.data.n == 3u", 17, "unsigned")]
    [InlineData("event.data.n == b'3'", 17, "bytes")]
    [InlineData("{'a': 1}.a == 1", 1, "'{' is not supported")]
    [InlineData("event.type == '''x'''", 15, "triple quotes")]
    [InlineData("event.type == '\\x41'", 16, "escape")]
    [InlineData("event.data.n == 99999999999999999999", 17, "not a number")]
    [InlineData("event.data.n == 1.2.3", 17, "not a number")]
    [InlineData("event.type.matches(event.source)", 12, "written out")]
    [InlineData("event.type.matches('(a)\\\\1')", 12, "pattern is not supported")]
    [InlineData("event.type.matches('(')", 12, "pattern is not supported")]
    [InlineData("event.", 7, "a name is expected")]
    [InlineData("event.type == 'x' \ud83d\ude00", 19, "not supported")]
    public void Rule_that_is_not_supported_is_refused_with_its_place(string rule, int position, string reason)
    {
        var refusal = Should.Throw<CelSyntaxException>(() => CelRule.Parse(rule));
        refusal.Position.ShouldBe(position);
        refusal.Message.ShouldContain(reason);
    }

    public static TheoryData<string> HostileRules => new()
    {
        new string('(', 10_000) + "event.id == '7'" + new string(')', 10_000),
        new string('!', 10_000) + "true",
        new string('[', 10_000),
        "true" + string.Concat(Enumerable.Repeat(" && true", 10_000)),
        "event" + string.Concat(Enumerable.Repeat(".a", 5_000)) + " == 1",
        string.Concat(Enumerable.Repeat("true ? true : ", 5_000)) + "true",
        "event.id == '" + new string('x', 1_000_000) + "'",
        "event.id.matches('" + string.Concat(Enumerable.Repeat("(a{1000})", 100)) + "{1000}')",
    };

    [Theory]
    [MemberData(nameof(HostileRules))]
    public void Hostile_rule_is_refused(string rule) => Should.Throw<CelSyntaxException>(() => CelRule.Parse(rule));

    [Fact]
    public void Longest_chain_that_is_allowed_is_evaluated() =>
        CelRule.Parse("true" + string.Concat(Enumerable.Repeat(" && true", 499))).Matches(Json(Event)).ShouldBeTrue();

    [Fact]
    public void Pattern_that_would_backtrack_for_ever_answers()
    {
        var cloudEvent = Json($$"""{ "id": "{{new string('a', 100_000)}}!" }""");
        CelRule.Parse("event.id.matches('^(a+)+$')").Matches(cloudEvent).ShouldBeFalse();
    }

    [Fact]
    public void Text_that_is_half_a_character_has_no_answer() =>
        Should.Throw<CelEvaluationException>(() => CelRule.Parse("event.id == 'x'").Matches(Json("""{ "id": "\ud800" }""")));

    private static JsonElement Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
