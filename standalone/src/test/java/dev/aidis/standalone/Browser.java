package dev.aidis.standalone;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's chromium without a window, on the dashboard of one tracker. */
final class Browser implements AutoCloseable {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final String MISSING =
      "the dashboard's tests need a browser: apt-get install chromium chromium-driver";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String IS_READY =
      """
      return document.getElementById('main')?.dataset.ready !== undefined
        && document.querySelector('.loading') === null
        && [...document.querySelectorAll('.chart')].every((chart) => chart.dataset.drawn !== undefined)
      """;

  private static final String AXE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        (found) => done(found.violations.map((one) =>
          one.id + ': ' + one.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; '))),
        (error) => done([String(error)]));
      """;

  private static final String SAVED =
      """
      const done = arguments[arguments.length - 1];
      const saved = [];
      URL.createObjectURL = (blob) => { saved.push(blob); return 'blob:none'; };
      HTMLAnchorElement.prototype.click = () => {};
      [...document.querySelectorAll('button')]
        .find((one) => (one.ariaLabel ?? one.textContent) === arguments[0])
        .dispatchEvent(new MouseEvent('click', {bubbles: true}));
      const wait = () => saved.length === 0
        ? setTimeout(wait, 20)
        : saved[0].text().then((text) => done([saved[0].type, text]));
      wait();
      """;

  private final ChromeDriver driver;
  private final String root;

  private Browser(ChromeDriver driver, String root) {
    this.driver = driver;
    this.root = root;
  }

  /** Where there is no browser the test is left out, and fails in CI. */
  static Browser on(String root) {
    if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
      if (System.getenv("CI") != null) {
        Assertions.fail(MISSING);
      }
      Assumptions.abort(MISSING);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1000,1000");
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
    return new Browser(new ChromeDriver(service, options), root);
  }

  /** Opens a page and waits until it shows what it has to. */
  void open(String path) {
    driver.get(root + path);
    awaitReady();
  }

  /** Opens a page that shows this instead of what it has to. */
  void open(String path, String selector) {
    driver.get(root + path);
    await(selector, () -> find(selector).isDisplayed());
  }

  /** Opens a file of this machine, and nothing else. */
  void openFile(Path file) {
    driver.get(file.toUri().toString());
  }

  /** Opens the first page of a tracker that is reached by another address. */
  void openAt(String address) {
    driver.get(address);
  }

  /** Opens a page in which anything can be put. */
  void openBlank() {
    driver.get("about:blank");
  }

  /** Presses keys where the focus is. */
  void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void pressWithShift(Keys key) {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
  }

  void preferLessMotion() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** The tree that a screen reader reads, each node with its role and name. */
  List<String> spoken() {
    List<?> nodes =
        (List<?>)
            Objects.requireNonNull(
                driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of()).get("nodes"));
    return nodes.stream().map(Browser::roleAndName).toList();
  }

  private static String roleAndName(Object node) {
    Map<?, ?> told = (Map<?, ?>) node;
    return (valueOf(told.get("role")) + " " + valueOf(told.get("name"))).strip();
  }

  private static String valueOf(@Nullable Object property) {
    return property instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : "";
  }

  /** Makes the next page load everything anew. */
  void clearCache() {
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
  }

  void awaitReady() {
    await("the page", () -> Boolean.TRUE.equals(script(IS_READY)));
  }

  /** Waits for what there is to see. */
  void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).ignoreExceptions().until(condition);
  }

  @Nullable Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Texts that a script tells. */
  List<String> texts(String script) {
    return ((List<?>) Objects.requireNonNull(script(script)))
        .stream().map(String::valueOf).toList();
  }

  /** Waits for what the script gives to its last argument. */
  List<?> later(String script, Object... arguments) {
    return (List<?>) Objects.requireNonNull(driver.executeAsyncScript(script, arguments));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Where an element is loaded from. */
  String source(String selector) {
    return Objects.requireNonNull(find(selector).getAttribute("src"));
  }

  List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What is found in a frame of the page. */
  <T> T within(String frame, Supplier<T> found) {
    driver.switchTo().frame(find(frame));
    try {
      return found.get();
    } finally {
      driver.switchTo().defaultContent();
    }
  }

  /** All that is read on a page that is not the dashboard's. */
  String wholeText() {
    return find("body").getText();
  }

  /** All that is read on the page. */
  String text() {
    return find("main").getText();
  }

  String address() {
    return driver.getCurrentUrl().substring(root.length());
  }

  /** Colours as a user's system wants them. */
  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What a button with that label saves as a file: its type and its text. */
  List<?> savedWithType(String label) {
    return later(SAVED, label);
  }

  /** The same without its type. */
  String saved(String label) {
    return savedWithType(label).getLast().toString();
  }

  /** A number that a script tells. */
  double number(String script) {
    return ((Number) Objects.requireNonNull(script(script))).doubleValue();
  }

  /** What axe-core objects to on the page. */
  List<?> objections() throws IOException {
    if (!Boolean.TRUE.equals(script("return typeof axe !== 'undefined'"))) {
      try (InputStream rules = Browser.class.getResourceAsStream("/axe.min.js")) {
        script(new String(Objects.requireNonNull(rules).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return later(AXE);
  }

  /** What the browser complained of since it was asked last: refused scripts, errors. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
