namespace Transparency.Portal.Hosting;

/// <summary>
/// What a browser may do with our pages. Public pages run no script at all. Staff pages run only scripts that we serve; Radzen places
/// its panels by style attributes, so those (and no style elements) are allowed there.
/// </summary>
internal static class SecurityHeaders
{
    private const string Everywhere =
        "default-src 'none'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; ";

    private const string PublicPolicy = Everywhere + "style-src 'self'";

    // One public page runs one script of ours, which reads the log's files and nothing else.
    private const string CheckPolicy = PublicPolicy + "; script-src 'self'; connect-src 'self'";

    private const string StaffPolicy =
        Everywhere + "script-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; manifest-src 'self'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var staff = IsStaff(context.Request.Path);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = staff ? StaffPolicy : context.Request.Path == "/log/check" ? CheckPolicy : PublicPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        context.Response.OnStarting(() =>
        {
            if (staff && headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    public static bool IsStaff(PathString path) => path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase);
}
