using Audit.Data.Database;
using Audit.SqlServerProof;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Xunit;

namespace Audit.Integration.Tests.SqlServer;

/// <summary>Each check of the model notices the fault that it is there for.</summary>
public sealed class PlantedModelFaultTests
{
    [Fact]
    public void PendingChanges_ForgottenMigration_AreNoticed()
    {
        using var context = SqlServerModel.With<ExtraColumn>();

        Assert.True(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Lint_CascadeCycle_IsNoticed() => AssertNoticed<CascadeCycle>("circle");

    [Fact]
    public void Lint_TwoCascadePaths_AreNoticed() => AssertNoticed<TwoCascadePaths>("more than one cascade path");

    [Fact]
    public void Lint_IndexOnUnboundedText_IsNoticed() => AssertNoticed<UnboundedIndex>("no bounded size");

    [Fact]
    public void Lint_TooLargeKey_IsNoticed() => AssertNoticed<LargeKey>("at most 900 fit");

    [Fact]
    public void Lint_TwoRowversions_AreNoticed() => AssertNoticed<TwoRowversions>("2 rowversions");

    [Fact]
    public void Lint_SetNullOnRequired_IsNoticed() => AssertNoticed<SetNullOnRequired>("SET NULL");

    [Fact]
    public void Lint_TypeNotInUse_IsNoticed() => AssertNoticed<OtherType>("is not on the list");

    [Fact]
    public void Lint_TooManyDigits_AreNoticed() => AssertNoticed<ManyDigits>("more than 38 digits");

    [Fact]
    public void Lint_TemporalTable_IsNoticed() => AssertNoticed<TemporalTable>("temporal");

    [Fact]
    public void Lint_NewerCompatibilityLevel_IsNoticed()
    {
        using var context = new AuditContext(new DbContextOptionsBuilder<AuditContext>().UseSqlServer("Server=none", server => server.UseCompatibilityLevel(170)).Options, BodyScope.AllBodies);

        Assert.Contains(ModelLint.Check(context), fault => fault.Contains("newer than 160", StringComparison.Ordinal));
    }

    private static void AssertNoticed<TFault>(string words)
        where TFault : class, IModelCustomizer
    {
        using var context = SqlServerModel.With<TFault>();

        Assert.Contains(ModelLint.Check(context), fault => fault.Contains(words, StringComparison.Ordinal));
    }

    private abstract class Fault(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public sealed override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            Plant(modelBuilder);
        }

        protected abstract void Plant(ModelBuilder model);
    }

    private sealed class ExtraColumn(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model) => model.Entity<BodyRow>().Property<int>("Vergeten");
    }

    private sealed class CascadeCycle(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model)
        {
            model.Entity<BodyRow>().HasOne<UserRow>().WithMany().HasForeignKey("EigenaarId").OnDelete(DeleteBehavior.Cascade);
            model.Entity<UserRow>().HasOne<BodyRow>().WithMany().HasForeignKey("WerkgeverId").OnDelete(DeleteBehavior.Cascade);
        }
    }

    private sealed class TwoCascadePaths(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model)
        {
            model.Entity<PublicTaskRow>().HasOne<BodyRow>().WithMany().HasForeignKey("EersteId").OnDelete(DeleteBehavior.Cascade);
            model.Entity<PublicTaskRow>().HasOne<BodyRow>().WithMany().HasForeignKey("TweedeId").OnDelete(DeleteBehavior.Cascade);
        }
    }

    private sealed class UnboundedIndex(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model)
        {
            // EF bounds an indexed text by itself; who names the type gets what was named.
            model.Entity<PublicTaskRow>().Property(row => row.Name).HasColumnType("nvarchar(max)");
            model.Entity<PublicTaskRow>().HasIndex(row => row.Name);
        }
    }

    private sealed class LargeKey(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model) => model.Entity<WorkflowFactRow>().Property(row => row.Name).HasMaxLength(450);
    }

    private sealed class TwoRowversions(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model)
        {
            model.Entity<BodyRow>().Property<byte[]>("Een").IsRowVersion();
            model.Entity<BodyRow>().Property<byte[]>("Twee").IsRowVersion();
        }
    }

    private sealed class SetNullOnRequired(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model) =>
            model.Entity<PublicTaskRow>().HasOne<BodyRow>().WithMany().HasForeignKey("BodyId").IsRequired().OnDelete(DeleteBehavior.SetNull);
    }

    private sealed class OtherType(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model) => model.Entity<BodyRow>().Property<string>("Oud").HasColumnType("ntext");
    }

    private sealed class ManyDigits(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model) => model.Entity<BodyRow>().Property<decimal>("Bedrag").HasColumnType("decimal(40,2)");
    }

    private sealed class TemporalTable(ModelCustomizerDependencies dependencies) : Fault(dependencies)
    {
        protected override void Plant(ModelBuilder model) => model.Entity<BodyRow>().ToTable("Bodies", table => table.IsTemporal());
    }
}
