package dev.aidis.standalone;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import dev.aidis.standalone.home.StartException;
import dev.aidis.standalone.home.UnknownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletionException;

/**
 * {@code aidis up}: runs a whole tracker until the process is told to stop (SIGTERM, SIGINT).
 * Settings come from the environment, see {@link Settings}.
 */
public final class StandaloneMain {
  /** A file that is made when the tracker is ready: how the launcher knows. */
  private static final String READY_FILE = "aidis.ready-file";

  private StandaloneMain() {}

  public static void main(String[] arguments) {
    Console console = new Console(System.out, System.err);
    try {
      up(console);
    } catch (StartException e) {
      fail(console, e);
    } catch (CompletionException e) {
      fail(console, e.getCause() == null ? e : e.getCause());
    } catch (IOException | RuntimeException e) {
      fail(console, e);
    }
  }

  private static void up(Console console) throws IOException {
    UnknownSettings.warnings(System.getenv().keySet()).forEach(console::warn);
    Settings settings = Settings.from(System.getenv(), Path.of(System.getProperty("user.home")));
    Home home = Home.open(settings.home());
    Path log = Logging.begin(home.logs());

    Tracker tracker = new Tracker(settings, home, console);
    Runtime.getRuntime().addShutdownHook(new Thread(tracker::close, "stop"));
    console.ready(tracker.start(Clock.systemUTC()), log);
    tellLauncher();
  }

  private static void tellLauncher() throws IOException {
    String file = System.getProperty(READY_FILE);
    if (file != null) {
      Files.createFile(Path.of(file));
    }
  }

  private static void fail(Console console, Throwable failure) {
    String message = failure.getMessage();
    console.fail(message == null ? failure.toString() : message);
    System.exit(1);
  }
}
