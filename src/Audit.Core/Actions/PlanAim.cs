using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>What a plan is asked to reach; severity is never moved. Dutch: <c>doel van het plan</c>.</summary>
public abstract record PlanAim;

/// <summary>The least effort that brings every task to a class. Dutch: <c>doelklasse</c>.</summary>
/// <param name="Class">The class to reach.</param>
public sealed record ReachClass(RiskClass Class) : PlanAim;

/// <summary>The largest reduction within a budget over all tasks together. Dutch: <c>budget</c>.</summary>
/// <param name="Effort">Most effort of all actions of all tasks together; at least 0. Unit: points, as of a measure.</param>
public sealed record WithinBudget(int Effort) : PlanAim;

/// <summary>All that the catalogue can bring, for the least effort. Dutch: <c>grootste verlaging</c>.</summary>
public sealed record LargestReduction : PlanAim;
