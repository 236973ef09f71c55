using Audit.Core.Assessments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Seed;

/// <summary>Fills an empty installation with a fictitious body and three cases on the public DUO example: under way, finished and overdue.</summary>
/// <remarks>For trying out and for tests; production never calls it.</remarks>
public sealed class DemoSeed(AuditDatabase database, WorkflowRunner runner, ContentStore contents, TemplateFolder folder)
{
    private static readonly TimeSpan Yesterday = TimeSpan.FromDays(1);
    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(180);
    private static readonly TimeSpan OverAYear = TimeSpan.FromDays(420);

    /// <summary>Adds what is missing; calling it again changes nothing.</summary>
    /// <param name="nowUtc">The moment to which the cases are dated back.</param>
    /// <exception cref="InvalidOperationException">The content that comes with the program has errors, or a step was refused.</exception>
    public async Task SeedAsync(DateTime nowUtc)
    {
        await DemoUsers.SeedAsync(database, new PasswordHasher<UserRow>());
        var people = await PeopleAsync();
        var (content, example) = ReadContent();
        await SeedAsync("Voorbeeld DUO 2014 – lopend onderzoek", new(content, example, people, nowUtc - Yesterday), IsPartWay);
        await SeedAsync("Voorbeeld DUO 2014 – vastgesteld en uitgevoerd", new(content, example, people, nowUtc - HalfAYear), _ => false);
        var overdue = new DemoCase(content, example, people, nowUtc - OverAYear);
        if (await SeedAsync("Voorbeeld DUO 2014 – acties over tijd", overdue, step => step.Activity == ActivityNames.TrackActions) is { } id)
        {
            await database.WriteAsync(new DemoActions(contents, id, people, overdue.AtUtc).FillAsync);
        }
    }

    /// <summary>Stops at the third component of the questionnaire.</summary>
    private static bool IsPartWay(OpenStep step) => step is { Activity: ActivityNames.QuestionnaireStep, StepKey: "discretion" };

    private async Task<Dictionary<string, UserRow>> PeopleAsync()
    {
        await using var db = database.Read();
        var pairs = await (
            from role in db.BodyRoles
            join user in db.Users on role.UserId equals user.Id
            join body in db.Bodies on user.BodyId equals body.Id
            where body.Name == DemoUsers.BodyName
            select new { role.Role, User = user }).ToListAsync();
        return pairs.ToDictionary(pair => pair.Role, pair => pair.User);
    }

    private (CaseContent Content, Assessment Example) ReadContent()
    {
        var set = new TemplateSet();
        var example = Path.Combine(folder.Root, "templates", "examples", "duo-uitwonendenbeurs-2014.yaml");
        foreach (var path in folder.Instruments().Append(folder.DefaultProfile).Append(example).Concat(folder.Measures()))
        {
            set.Add(path);
        }

        set.CheckReferences();
        if (set.Problems.FirstOrDefault(problem => !problem.IsWarning) is { } problem)
        {
            throw new InvalidOperationException(problem.ToString());
        }

        var answers = set.Answers.First().Value;
        var instrument = set.Instruments.First(template => (template.Value.Id, template.Value.Version) == (answers.InstrumentId, answers.InstrumentVersion));
        return (new(instrument, set.Profiles.First(template => template.Value is ComputedProfile), [.. set.Catalogues]), answers);
    }

    /// <summary>Makes a case, or returns null when it is there.</summary>
    private async Task<Guid?> SeedAsync(string name, DemoCase demo, Func<OpenStep, bool> stopsAt)
    {
        var bodyId = demo.People.Values.First().BodyId;
        await using (var db = database.Read())
        {
            if (await db.Assessments.AnyAsync(row => row.BodyId == bodyId && row.Name == name))
            {
                return null;
            }
        }

        string[] roles = [Roles.Assessor, Roles.Coach, Roles.Auditor, Roles.Manager, Roles.Sponsor, Roles.Jurist];
        var input = new NewCase(bodyId, name, demo.Content)
        {
            ReferenceDate = demo.Example.Date,
            Members = [.. roles.Select(role => new CaseMember(demo.People[role].Id, role))],
        };
        Require(await new CaseStart(runner).StartAsync(input, demo.ActorFor(Roles.Coach)));
        await WalkAsync(input.Id, demo, stopsAt);
        return input.Id;
    }

    private async Task WalkAsync(Guid caseId, DemoCase demo, Func<OpenStep, bool> stopsAt)
    {
        while ((await runner.OpenStepsAsync(caseId)).FirstOrDefault(step => step.IsHuman && !stopsAt(step)) is { } step)
        {
            var actor = demo.ActorFor(step.Role);
            var outcome = ActivityCatalogue.Get(step.Activity).ForwardOutcome;
            var submission = new StepSubmission(step.StepId, outcome, Guid.NewGuid(), actor.UserId!.Value);
            var result = await runner.SubmitAsync(submission, actor.NowUtc, db => ApplyAsync(db, caseId, demo, step, actor));
            Require(result.Reason);
        }
    }

    /// <summary>What a person would have filled in on the page of the step.</summary>
    private async Task<string?> ApplyAsync(AuditContext db, Guid caseId, DemoCase demo, OpenStep step, Actor actor)
    {
        var current = (await Case.FindAsync(db, contents, caseId))!;
        switch (step.Activity)
        {
            case ActivityNames.SelectTasks:
                return await TaskChoice.SetAsync(
                    db, caseId, [.. demo.Example.Tasks.Select(task => new ChosenTask(task.Id, task.Name, "Best gedocumenteerde openbare zaak."))], actor);
            case ActivityNames.QuestionnaireStep:
                var task = demo.Example.Tasks.Single(task => task.Id == step.TaskKey);
                await AnswerAsync(db, current, task, step.StepKey, actor);
                return await RegisterAsync(db, current, task, actor);
            case ActivityNames.CultureSurvey or ActivityNames.CitizenPerspective:
                await AnswerAsync(db, current, new(string.Empty, string.Empty, demo.Example.CrossCutting), step.StepKey, actor);
                return null;
            case ActivityNames.ResearchPlan:
                return await PlanResearchAsync(db, current, actor);
            case ActivityNames.ReviewStep or ActivityNames.Approval:
                await new CaseDecision(current.Row, step, actor, Outcomes.Approved, "Akkoord in het voorbeeld.").WriteAsync(db);
                return null;
            default:
                return null;
        }
    }

    private static async Task AnswerAsync(AuditContext db, Case current, PublicTask source, string part, Actor actor)
    {
        var questions = part == "severity"
            ? current.Instrument.Value.Severity
            : current.Instrument.Value.Components.Concat(current.Instrument.Value.CrossCutting).FirstOrDefault(component => component.Id == part)?.Questions ?? [];
        var edits = questions.Where(question => source.Answers.ContainsKey(question.Id))
            .Select(question => new AnswerEdit(source.Id, question.Id, source.Answers[question.Id] with { By = actor.Name, At = null }, null));
        await AnswerRecorder.SaveAsync(db, current, [.. edits], actor);
    }

    /// <summary>A few research questions about what the public record leaves open.</summary>
    private static async Task<string?> PlanResearchAsync(AuditContext db, Case current, Actor actor)
    {
        var task = current.Tasks[0].Key;
        ResearchContent[] plan =
        [
            new(task, "Welke werkinstructie geldt bij de handmatige keuze?")
            {
                QuestionId = "D2", InformationNeeded = "De tekst van de instructie en van de uitsluitlijst.", InformationSource = "Teamleider van de controle",
                OwnerId = actor.UserId, DueDate = DateOnly.FromDateTime(actor.NowUtc).AddDays(14), Status = ResearchStatus.Running,
            },
            new(task, "Wordt de student gehoord vóór het besluit?")
            {
                QuestionId = "W9", InformationNeeded = "De procesbeschrijving en een steekproef uit dossiers.", InformationSource = "Afdeling bezwaar en beroep",
                OwnerId = actor.UserId, DueDate = DateOnly.FromDateTime(actor.NowUtc).AddDays(21),
            },
            new(string.Empty, "Voelen medewerkers zich veilig om een zorg te melden?")
            {
                QuestionId = "K1", InformationNeeded = "Uitkomsten van een personeelsenquête, in aantallen.", InformationSource = "Afdeling personeel",
            },
        ];
        foreach (var content in plan)
        {
            Require(await ResearchPlan.AddAsync(db, current, (Guid.CreateVersion7(), content), actor));
        }

        return null;
    }

    /// <summary>Fills the register of distinctions with the first questions of the task.</summary>
    private static async Task<string?> RegisterAsync(AuditContext db, Case current, PublicTask source, Actor actor)
    {
        if (current.Answers.Tasks.Single(task => task.Id == source.Id).Distinctions.Count > 0)
        {
            return null;
        }

        foreach (var distinction in source.Distinctions)
        {
            Require(await DistinctionRecorder.SaveAsync(db, current, source.Id, new(distinction with { By = actor.Name, At = null }, null, Guid.CreateVersion7()), actor));
        }

        return null;
    }

    private static void Require(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }

    /// <summary>What a demo case is made of, and when it happened.</summary>
    private sealed record DemoCase(CaseContent Content, Assessment Example, Dictionary<string, UserRow> People, DateTime AtUtc)
    {
        public Actor ActorFor(string role) => new(People[role].Id, People[role].DisplayName, AtUtc);
    }
}
