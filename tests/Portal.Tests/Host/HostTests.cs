using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Transparency.Portal.Tests.Host;

public sealed class HostTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/not-there")]
    [InlineData("/healthz")]
    public async Task A_public_answer_sets_no_cookie_and_allows_no_script(string address)
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/search")]
    [InlineData("/STAFF/searches/0193")]
    public async Task A_staff_page_leads_a_stranger_to_the_sign_in(string address)
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/staff/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public void Every_endpoint_under_staff_and_every_circuit_asks_for_a_signed_in_user()
    {
        var guarded = portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/') is var path && (path.StartsWith("staff", StringComparison.Ordinal) || path.StartsWith("_blazor", StringComparison.Ordinal)))
            .ToList();
        Assert.True(guarded.Count > 6);
        Assert.All(
            guarded.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null),
            endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAuthorizeData>()));
        Assert.Equal(
            ["/staff/invitation/{Token}", "/staff/set-up", "/staff/sign-in", "/staff/sign-in/passkey", "/staff/sign-in/passkey/options"],
            guarded.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText).Order().Distinct());
    }

    [Fact]
    public async Task A_sign_in_without_the_forms_token_is_refused()
    {
        using var client = portal.CreateClient();
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Name", SampleCity.Officer), new("Form.Password", SampleCity.Password)]);
        using var answer = await client.PostAsync(new Uri("/staff/sign-in", UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_of_more_than_a_megabyte_is_refused()
    {
        using var client = portal.CreateClient();
        using var body = new ByteArrayContent(new byte[1024 * 1024 + 1]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(new Uri("/staff/sign-in", UriKind.Relative), body, Cancellation);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task The_health_check_says_that_the_database_answers()
    {
        using var client = portal.CreateClient();
        Assert.Contains("\"status\":\"ok\"", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }
}
