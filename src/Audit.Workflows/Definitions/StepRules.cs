using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>What holds for each step by itself: a role, a deadline with an escalation, and nobody judges own work.</summary>
internal static class StepRules
{
    public static void Check(WorkflowDefinition definition, ProblemList problems)
    {
        var variables = definition.Variables.Select(variable => variable.Name).ToHashSet();
        var fillingIn = FillingInRoles(definition);
        foreach (var node in definition.Activities)
        {
            if (node.Type.Kind is ActivityKind.Human)
            {
                CheckDeadline(node, problems);
            }

            if (node.Type.Name is ActivityNames.ReviewStep or ActivityNames.Approval)
            {
                CheckIndependence(node, fillingIn, problems);
            }

            CheckCondition(node, variables, problems);
        }
    }

    /// <summary>Roles that answer questions, and so may not judge the answers.</summary>
    public static IReadOnlySet<string> FillingInRoles(WorkflowDefinition definition) =>
        definition.Activities
            .Where(node => node.Type.Name == ActivityNames.QuestionnaireStep)
            .Select(node => node.Role)
            .Append(Roles.Assessor)
            .ToHashSet();

    private static void CheckDeadline(ActivityNode node, ProblemList problems)
    {
        if (node.DueDays is null)
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': een stap die op een persoon wacht, heeft een termijn nodig ('{Inputs.DueDays}')"));
        }

        if (node.EscalateTo is null)
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': een termijn heeft een rol nodig die het overneemt ('{Inputs.EscalateTo}')"));
        }
        else if (node.EscalateTo == node.Role)
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': '{Inputs.EscalateTo}' is dezelfde rol als '{Inputs.Role}' ({node.Role})"));
        }
    }

    private static void CheckIndependence(ActivityNode node, IReadOnlySet<string> fillingIn, ProblemList problems)
    {
        foreach (var role in new[] { node.Role, node.EscalateTo }.OfType<string>().Where(fillingIn.Contains).Distinct())
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': de rol '{role}' vult zelf in en mag dus niet beoordelen of vaststellen"));
        }
    }

    private static void CheckCondition(ActivityNode node, HashSet<string> variables, ProblemList problems)
    {
        if (node.Inputs.TryGetValue(Inputs.Condition, out var condition)
            && condition.Expression is ExpressionType.Variable
            && !variables.Contains(condition.Text))
        {
            problems.Error(condition.Line, Sentence.Of($"activiteit '{node.Id}': de variabele '{condition.Text}' staat niet onder 'variables' van de werkstroom"));
        }
    }
}
