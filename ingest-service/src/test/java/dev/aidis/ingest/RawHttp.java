package dev.aidis.ingest;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Sends requests that no HTTP client lets one send. */
public final class RawHttp {
  private RawHttp() {}

  /** Sends the head of a request without a body and returns the response as it comes. */
  public static String send(URI server, String... lines) throws IOException {
    return send(StandardCharsets.UTF_8, server, lines);
  }

  /** The same with the head in that charset; the response is read as UTF-8. */
  public static String send(Charset charset, URI server, String... lines) throws IOException {
    return sendAsItIs(
        charset, server, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
  }

  /** The same with a text that may be anything. */
  public static String sendAsItIs(URI server, String text) throws IOException {
    return sendAsItIs(StandardCharsets.UTF_8, server, text);
  }

  private static String sendAsItIs(Charset charset, URI server, String text) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(text.getBytes(charset));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
