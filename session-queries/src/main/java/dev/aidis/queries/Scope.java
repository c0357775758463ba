package dev.aidis.queries;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of an owner. What is absent does not matter; another owner's sessions are never
 * among them.
 *
 * @param project by name
 * @param tag one of the session's
 * @param model the AI model used last in the session
 * @param machine one of the session's
 */
public record Scope(
    String owner,
    @Nullable String workspace,
    @Nullable String project,
    @Nullable String tag,
    @Nullable String model,
    @Nullable String machine) {

  /** All sessions of an owner. */
  public static Scope of(String owner) {
    return new Scope(owner, null, null, null, null, null);
  }

  public Scope withWorkspace(@Nullable String value) {
    return new Scope(owner, value, project, tag, model, machine);
  }

  public Scope withProject(@Nullable String value) {
    return new Scope(owner, workspace, value, tag, model, machine);
  }

  public Scope withTag(@Nullable String value) {
    return new Scope(owner, workspace, project, value, model, machine);
  }

  public Scope withModel(@Nullable String value) {
    return new Scope(owner, workspace, project, tag, value, machine);
  }

  public Scope withMachine(@Nullable String value) {
    return new Scope(owner, workspace, project, tag, model, value);
  }

  /** As parameters of SQL, absent ones null. */
  public Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    parameters.put("owner", owner);
    parameters.put("workspace", workspace);
    parameters.put("project", project);
    parameters.put("tag", tag);
    parameters.put("model", model);
    parameters.put("machine", machine);
    return parameters;
  }
}
