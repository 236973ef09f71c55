using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Conditions;

/// <summary>Reads the line that <see cref="ConditionText"/> writes, or that an author typed.</summary>
/// <remarks>Words are read in capitals too, because spreadsheets begin a cell with one; ids are read as they are.</remarks>
internal sealed class ConditionParser
{
    private const int MostNesting = 64;

    private static readonly Sentence Question = Sentence.Of($"het id van een vraag");
    private static readonly Sentence Option = Sentence.Of($"het id van een antwoord");

    private readonly IReadOnlyList<ConditionToken> tokens;
    private readonly int line;
    private int at;

    private ConditionParser(string text, int line)
    {
        tokens = ConditionToken.In(text);
        this.line = line;
    }

    /// <summary>The tree of a condition.</summary>
    /// <param name="text">What the cell holds.</param>
    /// <param name="line">Line that every node gets.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    public static Node? Parse(string text, int line, out Sentence? fault)
    {
        var parser = new ConditionParser(text, line);
        try
        {
            var condition = parser.Chain(0);
            if (parser.Next is { } rest)
            {
                throw rest.Text == ")" ? Fault(rest, Sentence.Of($"dit haakje sluit niets")) : Fault(rest, Sentence.Of($"na een voorwaarde komt '{ConditionText.And}' of '{ConditionText.Or}', maar hier staat '{rest.Text}'"));
            }

            fault = null;
            return condition;
        }
        catch (FaultException failure)
        {
            fault = Sentence.Of($"de voorwaarde is niet te lezen: {failure.Why}");
            return null;
        }
    }

    private ConditionToken? Next => Peek(0);

    private ConditionToken? Peek(int ahead) => at + ahead < tokens.Count ? tokens[at + ahead] : null;

    private bool Is(string word, int ahead = 0) => Peek(ahead) is { } token && token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private MapNode Chain(int depth)
    {
        var parts = new List<Node> { Term(depth) };
        var word = Is(ConditionText.And) ? ConditionText.And : ConditionText.Or;
        while (Is(word))
        {
            at++;
            parts.Add(Term(depth));
        }

        if (Is(ConditionText.And) || Is(ConditionText.Or))
        {
            throw Fault(Next!, Sentence.Of($"'{ConditionText.And}' en '{ConditionText.Or}' staan door elkaar; zet haakjes om wat bij elkaar hoort"));
        }

        return parts.Count == 1 ? (MapNode)parts[0] : Map(word == ConditionText.And ? "all" : "any", new ListNode(line, parts));
    }

    private MapNode Term(int depth)
    {
        if (depth > MostNesting)
        {
            throw new FaultException(Sentence.Of($"er staan meer dan {MostNesting} haakjes in elkaar"));
        }

        // A question may be called "niet" or "een": what follows tells.
        if (Is(ConditionText.In, 1) && Is("(", 2))
        {
            return Answer();
        }

        if (Is(ConditionText.Not))
        {
            at++;
            return Map("not", Term(depth + 1));
        }

        if ((Is(ConditionText.AllOf) || Is(ConditionText.AnyOf)) && Is("(", 1))
        {
            var name = Is(ConditionText.AllOf) ? "all" : "any";
            at++;
            return Map(name, new ListNode(line, [Bracketed(depth)]));
        }

        return Is("(") ? Bracketed(depth) : Answer();
    }

    private MapNode Bracketed(int depth)
    {
        var open = tokens[at++];
        var inside = Chain(depth + 1);
        if (!Is(")"))
        {
            throw Next is { } other ? Fault(other, Sentence.Of($"hier wordt '{ConditionText.And}', '{ConditionText.Or}' of ')' verwacht, maar staat '{other.Text}'")) : Fault(open, Sentence.Of($"dit haakje wordt niet gesloten"));
        }

        at++;
        return inside;
    }

    private MapNode Answer()
    {
        var question = Word(Question);
        if (!Is(ConditionText.In) || !Is("(", 1))
        {
            throw Fault(question, Sentence.Of($"na vraag '{question.Text}' komt '{ConditionText.In} (antwoord, antwoord)'"));
        }

        at += 2;
        var options = new List<Node> { Text(Word(Option)) };
        while (Is(","))
        {
            at++;
            options.Add(Text(Word(Option)));
        }

        if (!Is(")"))
        {
            throw Fault(Next ?? tokens[^1], Sentence.Of($"na een antwoord komt een komma of een haakje dat sluit"));
        }

        at++;
        return new MapNode(line, [new("question", line, Text(question)), new("in", line, new ListNode(line, options))]);
    }

    private ConditionToken Word(Sentence expected)
    {
        if (Next is not { } token)
        {
            throw new FaultException(Sentence.Of($"aan het eind ontbreekt {expected}"));
        }

        at++;
        return token.IsWord ? token : throw Fault(token, Sentence.Of($"hier wordt {expected} verwacht, maar staat '{token.Text}'"));
    }

    private MapNode Map(string name, Node value) => new(line, [new(name, line, value)]);

    private ScalarNode Text(ConditionToken token) => new(line, ScalarKind.Text, token.Text);

    private static FaultException Fault(ConditionToken token, Sentence message) => new(Sentence.Of($"teken {token.Position}: {message}"));

    /// <summary>Stops the reading of a condition.</summary>
    private sealed class FaultException(Sentence why) : Exception(why.ToString())
    {
        public Sentence Why { get; } = why;
    }
}
