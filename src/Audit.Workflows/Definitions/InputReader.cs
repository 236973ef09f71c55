using System.Globalization;
using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>Reads the inputs of one activity and holds them against the catalogue.</summary>
internal sealed class InputReader(FieldReader activity, Sentence of, ProblemList problems)
{
    private const int LongestText = 100;
    private const int LongestTermInDays = 3650;
    private const int MostReviewers = 2;

    private static readonly Dictionary<string, ExpressionType> Expressions =
        Enum.GetValues<ExpressionType>().ToDictionary(type => type.ToString());

    public IReadOnlyDictionary<string, InputValue> Read(ActivityType type)
    {
        var values = new Dictionary<string, InputValue>();
        foreach (var input in type.Inputs)
        {
            if (ReadOne(input) is { } value)
            {
                values[input.Name] = value;
            }
        }

        return values;
    }

    private InputValue? ReadOne(ActivityInput input)
    {
        switch (activity.Find(input.Name))
        {
            case MapNode map:
                return ReadExpression(input, map);
            case null or ScalarNode { Kind: ScalarKind.Empty }:
                if (input.Required)
                {
                    problems.Error(activity.Line, Sentence.Of($"{of}: het veld '{input.Name}' ontbreekt"));
                }

                return null;
            case var other:
                Refuse(input, other.Line, Sentence.Of($"heeft de vorm {{\"typeName\": …, \"expression\": {{\"type\": \"Literal\", \"value\": …}}}}"));
                return null;
        }
    }

    private InputValue? ReadExpression(ActivityInput input, MapNode map)
    {
        if (map.Text("typeName") is { } typeName && input.TypeNames.Count > 0 && !input.TypeNames.Contains(typeName))
        {
            Refuse(input, map.Line, Sentence.Of($"heeft typeName '{typeName}'; dat moet {input.TypeNames.Select(Sentence.Fixed).Aggregate((first, second) => Sentence.Of($"{first} of {second}"))} zijn"));
            return null;
        }

        if (map.Find("expression") is not MapNode expression)
        {
            Refuse(input, map.Line, Sentence.Of($"heeft geen 'expression'"));
            return null;
        }

        if (ReadKind(input, expression) is not { } kind || expression.Find("value") is not { } value)
        {
            return null;
        }

        return kind is ExpressionType.Literal ? ReadLiteral(input, value) : ReadName(input, kind, value);
    }

    private ExpressionType? ReadKind(ActivityInput input, MapNode expression)
    {
        var written = expression.Text("type") ?? string.Empty;
        ExpressionType? kind = Expressions.TryGetValue(written, out var known) ? known : null;
        if (kind is null)
        {
            Refuse(input, expression.Line, Sentence.Of($"gebruikt een uitdrukking van het type '{written}'; alleen {string.Join(", ", Expressions.Keys)} mogen, want andere voeren code uit"));
        }
        else if (kind is not ExpressionType.Literal && input.Type is not (InputType.Items or InputType.Truth))
        {
            Refuse(input, expression.Line, Sentence.Of($"moet een vaste waarde (Literal) zijn, zodat de werkstroom vooraf is te controleren"));
            return null;
        }
        else if (kind is ExpressionType.Literal && expression.Find("value") is null)
        {
            Refuse(input, expression.Line, Sentence.Of($"heeft geen 'value'"));
        }

        return kind;
    }

    /// <summary>The name of a variable or input: Elsa writes a block with the name or the name alone.</summary>
    private InputValue? ReadName(ActivityInput input, ExpressionType kind, Node value)
    {
        var name = value is MapNode map ? map.Text("name") ?? map.Text("id") : (value as ScalarNode)?.Text;
        if (string.IsNullOrEmpty(name))
        {
            Refuse(input, value.Line, Sentence.Of($"noemt geen variabele"));
            return null;
        }

        var isFact = kind is ExpressionType.Variable && name.StartsWith(DefinitionVariable.FactPrefix, StringComparison.Ordinal);
        if (input.Type is InputType.Truth && !isFact)
        {
            Refuse(input, value.Line, Sentence.Of($"hangt af van '{name}'; een keuze hangt af van een vaste waarde of van een variabele {DefinitionVariable.FactPrefix}<naam>"));
            return null;
        }

        return new(kind, name, value.Line);
    }

    private InputValue? ReadLiteral(ActivityInput input, Node value)
    {
        if (input.Type is InputType.Items)
        {
            return new(ExpressionType.Literal, string.Empty, value.Line);
        }

        if (value is not ScalarNode scalar)
        {
            Refuse(input, value.Line, Sentence.Of($"moet één waarde zijn, geen {value.KindInWords}"));
            return null;
        }

        if (Complaint(input, scalar) is { } complaint)
        {
            Refuse(input, value.Line, complaint);
            return null;
        }

        return new(ExpressionType.Literal, scalar.Text, value.Line);
    }

    private static Sentence? Complaint(ActivityInput input, ScalarNode value) => input.Type switch
    {
        InputType.Text => value is { Kind: ScalarKind.Text, Text.Length: > 0 and <= LongestText } ? null : Sentence.Of($"moet een tekst van 1 tot {LongestText} tekens zijn"),
        InputType.Role => Roles.All.Contains(value.Text) ? null : Sentence.Of($"is '{value.Text}'; bekende rollen zijn {string.Join(", ", Roles.All)}"),
        InputType.WholeNumber => WholeNumberComplaint(input, value),
        InputType.Truth => value.Text is "true" or "false" ? null : Sentence.Of($"moet true of false zijn"),
        InputType.Duration => IsDuration(value.Text) ? null : Sentence.Of($"is '{value.Text}'; een tijd is zoals 365.00:00:00 en langer dan nul"),
        InputType.Items => null,
    };

    private static Sentence? WholeNumberComplaint(ActivityInput input, ScalarNode value)
    {
        var most = input.Name == Inputs.Reviewers ? MostReviewers : LongestTermInDays;
        return int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? null
            : Sentence.Of($"is '{value.Text}'; dat moet een geheel getal van 1 tot {most} zijn");
    }

    private static bool IsDuration(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var wait) && wait > TimeSpan.Zero && wait.TotalDays <= LongestTermInDays;

    private void Refuse(ActivityInput input, int line, Sentence complaint) => problems.Error(line, Sentence.Of($"{of}: '{input.Name}' {complaint}"));
}
