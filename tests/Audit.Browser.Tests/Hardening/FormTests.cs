using System.Net;
using System.Reflection;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>What holds for every form, tried on every handler by real requests.</summary>
[Collection(AttackedTests.Name)]
public sealed class FormTests(AttackedSite attacked)
{
    private static readonly string[] OpenPages = ["fout/{code:int=500}"];

    private IEnumerable<PageHandler> Posts => attacked.Handlers.Where(handler => handler.Method == "POST" && !OpenPages.Contains(handler.Template));

    [Fact]
    public async Task Every_form_is_refused_without_its_token()
    {
        Assert.True(Posts.Count() > 60, $"only {Posts.Count()} forms");
        var taken = new List<string>();
        foreach (var handler in Posts)
        {
            foreach (var token in new[] { null, string.Empty, "verzonnen" })
            {
                using var form = new FormUrlEncodedContent(token is null ? [] : [new(Caller.Token, token)]);
                using var answer = await attacked.Callers[handler.Template.StartsWith("beheer/", StringComparison.Ordinal) ? "beheerder" : "begeleider"].Client.PostAsync(AddressOf(handler) + handler.Query, form);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                {
                    taken.Add($"{handler.Template} {handler.Name} '{token}': {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(taken);
    }

    [Fact]
    public async Task Token_of_somebody_else_is_refused()
    {
        using var form = new FormUrlEncodedContent([new(Caller.Token, await attacked.Callers["auditor"].TokenAsync())]);
        using var answer = await attacked.Callers["begeleider"].Client.PostAsync("/taal", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("VERZIN")]
    public async Task Other_methods_do_nothing(string method)
    {
        foreach (var template in attacked.Handlers.Select(handler => handler.Template).Distinct())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), AttackedSite.AddressOf(new(template, method, string.Empty, [], []), ValueOf));
            using var answer = await attacked.Callers["begeleider"].Client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {template}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public void No_form_fills_a_row_of_the_database_or_an_object_of_the_domain()
    {
        var wrong = attacked.Handlers.SelectMany(handler => handler.Bound.SelectMany(type => Within(type, [])).Where(IsGuarded).Select(type => $"{handler.Template} {handler.Name}: {type}")).Distinct().ToList();
        Assert.Empty(wrong);
        Assert.True(IsGuarded(typeof(UserRow)) && Within(typeof(List<UserRow>), []).Contains(typeof(UserRow)));
    }

    [Fact]
    public async Task Extra_fields_change_nothing()
    {
        var database = attacked.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        var mailbox = "jurist@demo.example";
        await using var before = database.Read();
        var user = await before.Users.SingleAsync(row => row.Email == mailbox);
        var extra = typeof(UserRow).GetProperties().Where(property => property.CanWrite && property.Name != nameof(UserRow.Language))
            .SelectMany(property => new[] { property.Name, $"user.{property.Name}", $"User.{property.Name}", $"Input.{property.Name}" })
            .Append("Role").Append("BodyRoles[0].Role").Append("IsAdmin")
            .Select(name => KeyValuePair.Create(name, name.EndsWith("Role", StringComparison.Ordinal) ? Roles.Admin : "true"));
        using var answer = await attacked.Callers["jurist"].PostAsync("/taal", [new("taal", "en"), .. extra]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        await using var after = database.Read();
        var now = await after.Users.SingleAsync(row => row.Email == mailbox);
        Assert.Equal("en", now.Language);
        foreach (var property in typeof(UserRow).GetProperties().Where(property => property.Name != nameof(UserRow.Language)))
        {
            Assert.Equal(property.GetValue(user), property.GetValue(now));
        }

        Assert.Equal([Roles.Jurist], await after.BodyRoles.Where(row => row.UserId == now.Id).Select(row => row.Role).ToListAsync());
    }

    [Fact]
    public async Task Form_that_is_too_large_is_refused_on_every_page_that_takes_no_file()
    {
        var large = new byte[(4 * 1024 * 1024) + 1];
        foreach (var path in new[] { "/taal", "/inloggen", "/doorlichtingen/nieuw" })
        {
            using var content = new ByteArrayContent(large);
            content.Headers.ContentType = new("application/x-www-form-urlencoded");
            using var answer = await attacked.Callers["begeleider"].Client.PostAsync(path, content);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("Dit bestand is te groot", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static bool IsGuarded(Type type) => type.Namespace is { } space
        && (space.StartsWith("Audit.Data", StringComparison.Ordinal) || space.StartsWith("Audit.Core", StringComparison.Ordinal) || space.StartsWith("Audit.Workflows", StringComparison.Ordinal))
        && !type.IsEnum;

    /// <summary>A type and all that binding can reach from it.</summary>
    private static HashSet<Type> Within(Type type, HashSet<Type> seen)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(bare))
        {
            return seen;
        }

        foreach (var inner in bare.GetGenericArguments().Append(bare.GetElementType()).OfType<Type>())
        {
            Within(inner, seen);
        }

        if (bare.Namespace?.StartsWith("Audit.", StringComparison.Ordinal) == true && !bare.IsEnum)
        {
            foreach (var property in bare.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod?.IsPublic == true))
            {
                Within(property.PropertyType, seen);
            }
        }

        return seen;
    }

    private string AddressOf(PageHandler handler) => AttackedSite.AddressOf(handler, ValueOf);

    private string ValueOf(string name) => attacked.Values.GetValueOrDefault(name, "01890000-0000-7000-8000-000000000001");
}
