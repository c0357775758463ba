package dev.aidis.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log of this process goes. To be called before anything in it logs. */
final class Logging {
  private Logging() {}

  /** Returns the file that the log is written to. */
  static Path begin(Path directory) {
    Path file = directory.resolve("aidis.log");
    System.setProperty("aidis.log", file.toString());
    // Spring Boot would configure Logback anew with each of the services.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return file;
  }
}
