package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.caller.Administration;
import dev.aidis.ingest.token.Tokens;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /openapi.json} says what the service does. With {@code -Daidis.openapi.write} the schemas
 * of answers are written into it anew.
 */
class OpenApiTest {
  private static final Path FILE = Path.of("src/main/resources/openapi.json");

  /** What only services with a broker and a database have. */
  private static final List<String> ELSEWHERE =
      List.of(
          "dev.aidis.ingest.keeping.ExportEndpoint",
          "dev.aidis.ingest.keeping.BackupEndpoint",
          "dev.aidis.ingest.keeping.ArchiveEndpoint");

  /** Of other protocols, which have descriptions of their own. */
  private static final List<String> OTHER_PROTOCOLS =
      List.of("/v1/", "/compat/", "/mcp", "/error", "/.well-known/");

  private static final List<String> ANSWERED =
      List.of(
          "dev.aidis.ingest.rest.SessionsEndpoint$Sessions",
          "dev.aidis.ingest.rest.SessionsEndpoint$Timeline",
          "dev.aidis.ingest.rest.SessionJson",
          "dev.aidis.ingest.rest.SessionAnswersEndpoint$Files",
          "dev.aidis.ingest.rest.SessionAnswersEndpoint$Items",
          "dev.aidis.ingest.rest.ComparisonJson",
          "dev.aidis.ingest.rest.StatsJson",
          "dev.aidis.ingest.rest.PatternsJson",
          "dev.aidis.ingest.rest.AccomplishmentsJson",
          "dev.aidis.ingest.rest.TodayEndpoint$Today",
          "dev.aidis.ingest.rest.ProjectsEndpoint$Projects",
          "dev.aidis.ingest.rest.WorkspacesEndpoint$Workspaces",
          "dev.aidis.ingest.rest.SessionChangesEndpoint$Changed",
          "dev.aidis.ingest.rest.IntakeAnswer",
          "dev.aidis.ingest.rest.TokensEndpoint$TokenList",
          "dev.aidis.ingest.rest.TokensEndpoint$NewToken",
          "dev.aidis.ingest.rest.DeadLettersEndpoint$Letters",
          "dev.aidis.ingest.pipeline.Pipeline$Lag",
          "dev.aidis.ingest.rebuild.Rebuilding$Status",
          "dev.aidis.ingest.keeping.Contents$Found",
          "dev.aidis.ingest.keeping.Restore$Restored",
          "dev.aidis.ingest.keeping.ArchiveEndpoint$Months",
          "dev.aidis.ingest.keeping.ArchiveEndpoint$Restored");

  private static final Map<String, String> NAMES =
      Map.of(
          "dev.aidis.ingest.keeping.Contents$Found", "Contents",
          "dev.aidis.ingest.keeping.Restore$Restored", "RestoredBackup",
          "dev.aidis.ingest.keeping.ArchiveEndpoint$Restored", "RestoredMonth");

  private static RunningTracker tracker;
  private static ObjectNode description;

  @BeforeAll
  static void start() throws Exception {
    tracker = RunningTracker.start();
    description = (ObjectNode) RunningTracker.json(tracker.get("/openapi.json"));
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescribedRouteExists() throws Exception {
    // Given
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .forEachEntry(
            (path, methods) -> methods.propertyNames().forEach(m -> described.add(m + " " + path)));

    // When
    Set<String> routes = routes().keySet();

    // Then
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void everyParameterIsDescribedAndEveryDescribedParameterExists() throws Exception {
    routes()
        .forEach(
            (route, method) -> {
              JsonNode operation = operation(route);
              assertThat(parameters(operation)).as(route).isEqualTo(parameters(method));
            });
  }

  @Test
  void administrationIsSaidToBe() throws Exception {
    routes()
        .forEach(
            (route, method) ->
                assertThat(
                        operation(route)
                            .path("description")
                            .asString("")
                            .contains("administrators"))
                    .as(route)
                    .isEqualTo(
                        method.isAnnotationPresent(Administration.class)
                            || method
                                .getDeclaringClass()
                                .isAnnotationPresent(Administration.class)));
  }

  @Test
  void whatIsAnsweredIsDescribedAsItIsWritten() throws Exception {
    // Given
    AnsweredSchemas answered = new AnsweredSchemas(tracker.bean(JsonMapper.class), NAMES);
    for (String name : ANSWERED) {
      answered.add(Class.forName(name));
    }

    // When
    ObjectNode schemas = (ObjectNode) description.path("components").path("schemas");
    if (System.getProperty("aidis.openapi.write") != null) {
      write(answered.schemas());
      return;
    }

    // Then
    Map<String, JsonNode> described = new TreeMap<>();
    answered.schemas().keySet().forEach(name -> described.put(name, schemas.path(name)));
    assertThat(described).isEqualTo(answered.schemas());
  }

  @Test
  void allThatCanBeToldOfAnActivityIsDescribed() {
    Set<String> fields = new TreeSet<>(ActivityJson.FIELDS.keySet());
    fields.addAll(Set.of("id", "type"));

    JsonNode schema = description.path("components").path("schemas").path("NewActivity");
    assertThat(new TreeSet<>(schema.path("properties").propertyNames())).isEqualTo(fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get /api/v1/sessions",
        "get /api/v1/sessions/{ref} /api/v1/sessions/48",
        "get /api/v1/sessions/{ref}/timeline /api/v1/sessions/current/timeline",
        "get /api/v1/sessions/{ref}/files /api/v1/sessions/48/files",
        "get /api/v1/sessions/{ref}/items /api/v1/sessions/48/items",
        "get /api/v1/sessions/{ref}/context /api/v1/sessions/48/context",
        "get /api/v1/context",
        "get /api/v1/compare /api/v1/compare?a=48&b=current",
        "get /api/v1/stats",
        "get /api/v1/patterns",
        "get /api/v1/accomplishments",
        "get /api/v1/today",
        "get /api/v1/projects",
        "get /api/v1/workspaces",
        "get /api/v1/tokens",
        "get /api/v1/caller",
        "get /api/v1/pipeline",
        "get /api/v1/dead-letters"
      })
  void answersAreAsDescribed(String call) throws Exception {
    // Given
    tracker.token(new Tokens.Wanted("ada", "laptop", "a token", true, null));
    List<String> parts = Arrays.asList(call.split(" ", -1));

    // When
    HttpResponse<String> answer = tracker.get(parts.getLast());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(objections(parts.get(0) + " " + parts.get(1), answer)).isEmpty();
  }

  @Test
  void answersToWhatIsPostedAreAsDescribed() throws Exception {
    String activities = "{\"activities\":[{\"type\":\"heartbeat\"},{\"type\":1}]}";

    assertThat(
            objections("post /api/v1/activities", tracker.post("/api/v1/activities", activities)))
        .isEmpty();
    assertThat(
            objections(
                "post /api/v1/session/{name}",
                tracker.post("/api/v1/session/note", "{\"note\":\"x\"}")))
        .isEmpty();
    assertThat(objections("post /api/v1/tokens", tracker.post("/api/v1/tokens", "{}"))).isEmpty();
  }

  /** A description that everything fits would say nothing. */
  @Test
  void anAnswerThatIsNotAsDescribedIsFound() throws Exception {
    assertThat(objections("get /api/v1/stats", tracker.get("/api/v1/sessions"))).isNotEmpty();
  }

  private static Map<String, Method> routes() throws ClassNotFoundException {
    Map<String, Method> routes = new HashMap<>();
    tracker
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, method) -> add(routes, info, method.getMethod()));
    Reader reader = new Reader();
    for (String name : ELSEWHERE) {
      for (Method method : Class.forName(name).getDeclaredMethods()) {
        RequestMappingInfo info = reader.getMappingForMethod(method, method.getDeclaringClass());
        if (info != null) {
          add(routes, info, method);
        }
      }
    }
    return routes;
  }

  private static final class Reader extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> type) {
      return super.getMappingForMethod(method, type);
    }
  }

  private static void add(Map<String, Method> routes, RequestMappingInfo info, Method method) {
    for (String path : info.getPatternValues()) {
      if (OTHER_PROTOCOLS.stream().noneMatch(path::startsWith)) {
        info.getMethodsCondition()
            .getMethods()
            .forEach(verb -> routes.put(verb.name().toLowerCase(Locale.ROOT) + " " + path, method));
      }
    }
  }

  private static JsonNode operation(String route) {
    List<String> parts = Arrays.asList(route.split(" ", -1));
    return description.path("paths").path(parts.getLast()).path(parts.getFirst());
  }

  private static Set<String> parameters(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              String ref = parameter.path("$ref").asString("");
              JsonNode meant = ref.isEmpty() ? parameter : description.at(ref.substring(1));
              if (!meant.path("name").asString("").equals("If-None-Match")) {
                names.add(meant.path("name").asString(""));
              }
            });
    return names;
  }

  private static Set<String> parameters(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getType() == Presentation.class) {
        names.addAll(Set.of("format", "width", "color", "tz"));
      } else if (parameter.getType().isRecord()) {
        Stream.of(parameter.getType().getRecordComponents())
            .map(RecordComponent::getName)
            .forEach(names::add);
      } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
        names.add(parameter.getAnnotation(RequestHeader.class).name());
      } else if (parameter.isAnnotationPresent(RequestParam.class)
          || parameter.isAnnotationPresent(PathVariable.class)) {
        names.add(parameter.getName());
      }
    }
    return names;
  }

  private static List<Error> objections(String route, HttpResponse<String> answer) {
    JsonNode schema =
        operation(route)
            .path("responses")
            .path(Integer.toString(answer.statusCode()))
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(schema.isMissingNode()).as(route + " " + answer.body()).isFalse();
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", description.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON)
        .validate(answer.body(), InputFormat.JSON);
  }

  private static void write(Map<String, ObjectNode> answered) throws IOException {
    ObjectNode file = (ObjectNode) JsonMapper.shared().readTree(Files.readString(FILE));
    ObjectNode schemas = (ObjectNode) file.path("components").path("schemas");
    answered.forEach(schemas::set);
    Files.writeString(
        FILE, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
  }
}
