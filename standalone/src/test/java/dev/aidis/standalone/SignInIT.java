package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The dashboard of a tracker that other machines reach, by an address that is not loopback. */
class SignInIT {
  private static final String ADMINISTRATOR = "aidis_" + "a".repeat(43);
  private static final String TOKEN_FILE = "AIDIS_TOKEN_FILE";
  private static final Path LOGS = Path.of("target");

  @TempDir private static Path temporary;
  private static Tracker tracker;
  private static TrackerClient client;
  private static Browser browser;
  private static String secret;

  @BeforeAll
  static void start() throws Exception {
    Optional<String> address = address();
    assumeTrue(address.isPresent(), "this machine has no address but loopback");
    Logging.begin(LOGS);
    Path tokens = Files.writeString(temporary.resolve("token"), ADMINISTRATOR);
    Settings local = FreePorts.settings(temporary.resolve("home"));
    Settings settings =
        new Settings(
            local.home(),
            local.port(),
            local.postgresPort(),
            local.kafkaPort(),
            local.owner(),
            local.partitions(),
            "0.0.0.0");
    browser = Browser.on("http://%s:%d".formatted(address.get(), settings.port()));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    tracker = new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    System.setProperty(TOKEN_FILE, tokens.toString());
    try {
      tracker.start(Clock.systemUTC());
    } finally {
      System.clearProperty(TOKEN_FILE);
    }
    Place open = Place.of(settings);
    client =
        new TrackerClient(
            new Place(open.http(), ADMINISTRATOR, open.jdbcUrl(), open.user(), open.password()));
    secret = token();
    assertThat(
            client
                .post("/api/v1/activities", activities("session_started", "Seen from elsewhere"))
                .body())
        .contains("\"rejected\":0");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (tracker != null) {
      tracker.close();
    }
    if (client != null) {
      client.close();
    }
  }

  @Test
  void onlyTheRightTokenLetsSomebodyInWhoComesFromElsewhere() throws Exception {
    // Given
    browser.open("/", "#token");
    assertThat(browser.text()).contains("asks who you are").doesNotContain("Seen from elsewhere");
    assertThat(browser.objections()).isEmpty();

    // When
    browser.find("#token").sendKeys("aidis_wrong", Keys.ENTER);

    // Then
    browser.await("that it is wrong", () -> browser.text().contains("This token is unknown"));
    assertThat(browser.find("#sign-out").isDisplayed()).isTrue();

    // When
    browser.find("#token").sendKeys(secret, Keys.ENTER);

    // Then
    browser.await("the session", () -> browser.text().contains("Seen from elsewhere"));
    client.post("/api/v1/activities", activities("note_added", "Heard at once"));
    browser.await("what happens now", () -> browser.text().contains("Heard at once"));
    browser.find("nav a[href='/sessions']").click();
    browser.await("the sessions", () -> browser.address().equals("/sessions"));
    assertThat(browser.script("return document.cookie + JSON.stringify(localStorage)"))
        .isEqualTo("{}");

    // When
    browser.find("#sign-out").click();

    // Then
    browser.await("to be asked again", () -> browser.text().contains("asks who you are"));
    assertThat(browser.address()).isEqualTo("/sessions");
    assertThat(browser.script("return sessionStorage.length")).isEqualTo(0L);
    assertThat(LOGS.resolve("aidis.log"))
        .content()
        .isNotEmpty()
        .doesNotContain(secret, ADMINISTRATOR);
  }

  private static String token() throws IOException, InterruptedException {
    Matcher told =
        Pattern.compile("\"secret\":\"(aidis_[^\"]+)\"")
            .matcher(client.post("/api/v1/tokens", "{\"owner\":\"grace\"}").body());
    assertThat(told.find()).isTrue();
    return told.group(1);
  }

  private static String activities(String type, String body) {
    return "{\"activities\":[{\"type\":\"%s\",\"owner\":\"grace\",\"body\":\"%s\"}]}"
        .formatted(type, body);
  }

  /** Where others would reach this machine. */
  private static Optional<String> address() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
