package dev.aidis.cli.intake;

import dev.aidis.cli.Surroundings;
import dev.aidis.schemas.fact.LinkedWorkTree;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the tracker where a change comes from. */
public record Here(Surroundings surroundings) {

  /** What the environment, or the user's configuration, says goes before what is seen. */
  private static final Map<String, String> NAMED =
      Map.of(
          "AIDIS_OWNER", "Aidis-Owner",
          "AIDIS_WORKSPACE", "Aidis-Workspace",
          "AIDIS_MACHINE", "Aidis-Machine",
          "AIDIS_PROJECT", "Aidis-Project");

  /**
   * The headers that say so: the repository around the working directory, from whose name the
   * tracker chooses a project, and this machine if the tracker runs on another. All work trees of a
   * repository are told as one: the tracker may not see this disk.
   */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Aidis-Client", "aidis");
    repository().ifPresent(path -> headers.put("Aidis-Repo", oneLine(path)));
    headers.putAll(machineHeaders());
    NAMED.forEach(
        (variable, header) -> {
          String value = surroundings.variable(variable);
          if (value != null) {
            headers.put(header, oneLine(value));
          }
        });
    return headers;
  }

  /** The header that names this machine, if the tracker runs on another, or it is to be named. */
  public Map<String, String> machineHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (surroundings.variable("AIDIS_URL") != null) {
      machine().ifPresent(name -> headers.put("Aidis-Machine", oneLine(name)));
    }
    String named = surroundings.variable("AIDIS_MACHINE");
    if (named != null) {
      headers.put("Aidis-Machine", oneLine(named));
    }
    return headers;
  }

  /** A header is one line. It is written in UTF-8, which the tracker reads. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private Optional<String> repository() {
    return Optional.ofNullable(surroundings.variable("PWD"))
        .flatMap(Here::repositoryAround)
        .map(root -> LinkedWorkTree.repositoryOf(root.toString()));
  }

  /** The directory of the repository that a directory of this machine lies in, as git finds it. */
  public static Optional<Path> repositoryAround(String directory) {
    try {
      Path at = Path.of(directory).toAbsolutePath().normalize();
      while (at != null && !Files.exists(at.resolve(".git"))) {
        at = at.getParent();
      }
      return Optional.ofNullable(at);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> machine() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
