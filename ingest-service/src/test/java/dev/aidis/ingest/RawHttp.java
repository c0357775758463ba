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
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(charset));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
