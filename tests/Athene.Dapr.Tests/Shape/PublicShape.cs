using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Athene.Dapr.Tests.Shape;

/// <summary>The public members of an assembly, a line each, as one would write them in C#.</summary>
internal static class PublicShape
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // A record struct has these of itself, for the sake of an analyzer; nobody calls them.
    private static readonly string[] OfRecords = ["Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "PrintMembers"];

    public static IEnumerable<string> Of(Assembly assembly, Func<Type, bool> isMeant) => assembly.GetExportedTypes()
        .Where(isMeant)
        .SelectMany(type => Members(type).Prepend(Kind(type)).Select(line => $"{Name(type)}: {line}"))
        .Order(StringComparer.Ordinal);

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => $"enum {string.Join(", ", Enum.GetNames(type))}",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}class : {Name(type.BaseType!)}",
    };

    private static IEnumerable<string> Members(Type type) => type.IsEnum ? [] : type.GetMembers(Declared)
        .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !OfRecords.Contains(member.Name))
        .Select(Line)
        .OfType<string>();

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true } field => $"{Name(field.FieldType)} {field.Name}",
        PropertyInfo { GetMethod: { IsPublic: true } get } property =>
            $"{Modifier(get)}{Name(property.PropertyType)} {property.Name} {{ get; {(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}",
        ConstructorInfo { IsPublic: true } constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when method.IsPublic || method.IsFamily =>
            $"{Modifier(method)}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})",
        _ => null,
    };

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
        _ => "",
    };

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter.DefaultValue)}" : "")}"));

    private static string Default(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return $"{Name(inner)}?";
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
