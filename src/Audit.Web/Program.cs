using Audit.Web.Feeds;
using Audit.Web.Mail;
using Audit.Web.Operations;
using Audit.Web.StartUp;

Audit.Data.Languages.Language.StartInDutch();
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
Address.SetDefault(builder);
var problems = Settings.Refusal(builder.Configuration) ?? Storage.Refusal(builder.Configuration) ?? MailSettings.Refusal(builder.Configuration)
    ?? Hardening.Refusal(builder.Configuration) ?? SignIn.Refusal(builder.Configuration, builder.Environment)
    ?? TrailSetup.Refusal(builder.Configuration, builder.Environment);
if (problems is { } refusal)
{
    Console.Error.WriteLine(refusal);
    return 1;
}

builder.AddLogs();
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddReadiness(builder.Configuration);
builder.Services.AddStorage(builder.Configuration, builder.Environment);
builder.Services.AddSignIn(builder.Configuration, builder.Environment);
builder.Services.AddPages(builder.Environment);
builder.Services.AddHardening(builder.Configuration);
builder.Services.AddMail(builder.Configuration);
builder.Services.AddFeed(builder.Configuration);
builder.Services.AddTracking(builder.Configuration);
builder.Services.AddAttachments(builder.Configuration);
builder.Services.AddLongWork();
builder.Services.AddTrail(builder.Configuration);

var app = builder.Build();
app.UsePages();
app.MapFeed();
app.MapSecurityContact();
if (await Preparation.RunAsync(app) is { } reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}

await app.RunAsync();
return 0;
