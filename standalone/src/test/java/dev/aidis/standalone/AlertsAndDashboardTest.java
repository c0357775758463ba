package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts and dashboard name nothing that is not told. {@code MetricsIT} keeps the page of metrics
 * true.
 */
class AlertsAndDashboardTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `(aidis_[a-z_]+)`", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("\\baidis_[a-z_]+");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern SERVICE = Pattern.compile("image: aidis/([a-z-]+)");
  private static final Pattern ASKED = Pattern.compile("- names: \\[(.+)]");
  private static final Pattern EXPECTED = Pattern.compile("service: ([a-z-]+)");
  private static final Pattern RULES = Pattern.compile("rule_files: \\[(.+)]");
  private static final Pattern EXPLAINED = Pattern.compile("^### (\\w+)", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"deploy/prometheus/alerts.yml", "deploy/grafana/aidis.json"})
  void everyMetricThatIsNamedIsTold(String file) throws IOException {
    // Given
    List<String> told = found(DOCUMENTED, "docs/metrics.md");

    // When
    List<String> named =
        NAMED
            .matcher(read(file))
            .results()
            .map(match -> match.group().replaceFirst("_(bucket|count|sum|max)$", ""))
            .toList();

    // Then
    assertThat(named).isNotEmpty().isSubsetOf(told);
  }

  @Test
  void theDashboardIsReadableAndShowsEveryMetric() throws IOException {
    // When
    String dashboard = read("deploy/grafana/aidis.json");

    // Then
    assertThat(JsonMapper.shared().readTree(dashboard).get("panels").size()).isPositive();
    for (String metric : found(DOCUMENTED, "docs/metrics.md")) {
      assertThat(dashboard).contains(metric);
    }
  }

  @Test
  void eachAlertIsExplainedAndNoOther() throws IOException {
    assertThat(new TreeSet<>(found(EXPLAINED, "docs/operations.md")))
        .isEqualTo(new TreeSet<>(found(ALERT, "deploy/prometheus/alerts.yml")));
  }

  /** What has ended has no address, and so no metric: only who expects it misses it. */
  @Test
  void eachServiceIsAskedForItsMetricsAndExpectedByItsName() throws IOException {
    // Given
    Set<String> services = new TreeSet<>(found(SERVICE, "deploy/compose.yaml"));

    // When
    String scraped = read("deploy/prometheus/prometheus.yml");

    // Then
    assertThat(listed(ASKED)).isEqualTo(services);
    assertThat(scraped).contains("source_labels: [__meta_dns_name]", "target_label: service");
    assertThat(new TreeSet<>(found(EXPECTED, "deploy/prometheus/expected.yml")))
        .isEqualTo(services);
  }

  @Test
  void everyFileOfRulesIsReadAndIsYaml() throws IOException {
    // When
    Set<String> read = listed(RULES);

    // Then
    assertThat(read).containsExactly("alerts.yml", "expected.yml");
    for (String file : read) {
      Map<String, Object> rules = new Yaml().load(read("deploy/prometheus/" + file));
      assertThat(rules).containsOnlyKeys("groups");
    }
  }

  private static Set<String> listed(Pattern pattern) throws IOException {
    return new TreeSet<>(
        List.of(found(pattern, "deploy/prometheus/prometheus.yml").getFirst().split(", ")));
  }

  private static List<String> found(Pattern pattern, String file) throws IOException {
    return pattern.matcher(read(file)).results().map(match -> match.group(1)).toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
