package dev.aidis.dashboard;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the dashboard's files. They are the same for everybody and tell nothing of anybody: what
 * the pages show they ask of the REST API, with the user's token where one is needed.
 */
public final class DashboardServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The servlet's own paths, as they are mapped. */
  public static final Set<String> MAPPINGS =
      Set.of("", "/sessions", "/sessions/*", "/trends", "/compare", "/assets/*");

  private static final String ASSETS = "/assets";
  private static final Set<String> PATHS = Set.of("", "/sessions", "/trends", "/compare", ASSETS);

  /**
   * Pages load from here alone, run no script that stands in markup, and turn no text into markup.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types default";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_FIRST = "no-cache";

  private transient @Nullable Assets assets;

  /**
   * Whether what is served there is the same for everybody.
   *
   * @param servletPath as the container found it, which is how it chose the servlet
   */
  public static boolean serves(String servletPath) {
    return PATHS.contains(servletPath);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Assets all = assets();
    if (!request.getServletPath().equals(ASSETS)) {
      send(all.shell(), ASK_FIRST, request, response);
      return;
    }
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    String current = "/" + all.version() + "/";
    Asset asset = path.startsWith(current) ? all.find(path.substring(current.length())) : null;
    if (asset == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(asset, FOR_EVER, request, response);
  }

  private static void send(
      Asset asset, String caching, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean compressed = accepts(request.getHeader("Accept-Encoding"));
    String tag = "\"" + asset.tag() + (compressed ? "-gzip\"" : "\"");
    response.setHeader("Cache-Control", caching);
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = asset.body(compressed);
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(asset.type());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Browsers all do; who refuses it says {@code gzip;q=0}, if anything. */
  private static boolean accepts(@Nullable String encodings) {
    return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
  }

  /** Read when they are first asked for: most trackers never are. */
  private synchronized Assets assets() {
    Assets loaded = assets;
    if (loaded == null) {
      try {
        loaded = Assets.load();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the dashboard's files", e);
      }
      assets = loaded;
    }
    return loaded;
  }
}
