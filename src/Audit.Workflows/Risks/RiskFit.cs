using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Risks;

/// <summary>Whether the content of a risk fits its case; what stood there before may stay, even if it could not be chosen any more.</summary>
internal sealed record RiskFit(AuditContext Db, Case Current)
{
    /// <summary>Why this content cannot be taken, in Dutch; null when it can.</summary>
    public async Task<string?> RefusalAsync(RiskContent content, RiskContent? before)
    {
        var instrument = Current.Instrument.Value;
        if (Current.Tasks.All(task => task.Key != content.TaskKey))
        {
            return Tr($"Deze taak wordt niet (meer) onderzocht. Kies een andere taak.");
        }

        if (content.ComponentId != before?.ComponentId && RiskRegister.ComponentsOf(Current).All(component => component.Id != content.ComponentId))
        {
            return Tr($"Kies een onderdeel uit de lijst.");
        }

        var added = content.Ties.Except(before?.Ties ?? []).ToLookup(tie => tie.Kind, tie => tie.Target);
        var distinctions = Current.Answers.Tasks.First(task => task.Id == content.TaskKey).Distinctions;
        return added[RiskLinkKind.Question].Any(id => instrument.AllQuestions.All(question => question.Id != id)) ? Tr($"Kies vragen uit de lijst.")
            : added[RiskLinkKind.Distinction].Any(key => distinctions.All(distinction => distinction.Id != key)) ? Tr($"Een gekozen onderscheid staat niet (meer) in het register van deze taak.")
            : added[RiskLinkKind.Action].Any() && await HasOtherActionAsync(added[RiskLinkKind.Action]) ? Tr($"Een gekozen actie staat niet (meer) in het plan.")
            : null;
    }

    private async Task<bool> HasOtherActionAsync(IEnumerable<string> targets)
    {
        var known = (await RiskRegister.ActionsAsync(Db, Current.Row.Id)).Select(action => action.Id.ToString()).ToHashSet();
        return targets.Any(target => !known.Contains(target));
    }
}
