package dev.aidis.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a port of this machine that can be cut, as if nobody were there, and mended. */
final class Line implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket server;

  private Line(int target, ServerSocket server) {
    this.target = target;
    this.server = server;
    this.port = server.getLocalPort();
    accept(server);
  }

  static Line to(int target) throws IOException {
    return new Line(target, listen(FreePorts.next()));
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends all connections and takes no others. */
  void cut() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  void mend() throws IOException {
    server = listen(port);
    accept(server);
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  private void accept(ServerSocket from) {
    Thread.startVirtualThread(
        () -> {
          while (!from.isClosed()) {
            try {
              join(from.accept());
            } catch (IOException cut) {
              return;
            }
          }
        });
  }

  private void join(Socket client) throws IOException {
    Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(client);
    sockets.add(there);
    Thread.startVirtualThread(() -> carry(client, there));
    Thread.startVirtualThread(() -> carry(there, client));
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // by one of both, or by the cut
    }
  }
}
