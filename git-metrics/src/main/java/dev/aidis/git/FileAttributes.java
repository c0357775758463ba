package dev.aidis.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.attributes.AttributesRule;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Reads attributes where {@code git log} does: from {@code info/attributes}, from the {@code
 * .gitattributes} of the work tree as they are now or, where one is missing there, of the index (a
 * bare repository has none), and from the user's own file, the first of these that says something
 * about a path. Thread-safe.
 */
final class FileAttributes implements BinaryAttributes {
  private static final String MACRO = "[attr]";
  private static final String DIFF = "diff";

  private final Repository repository;
  private final @Nullable Path workTree;
  private final AttributesNode ofRepository;
  private final AttributesNode ofUser;
  private final Map<String, AttributesNode> ofDirectories = new ConcurrentHashMap<>();
  private @Nullable DirCache index;
  private final Map<String, Kind> macros = new HashMap<>(Map.of("binary", Kind.BINARY));

  FileAttributes(Repository repository) throws IOException {
    this.repository = repository;
    AttributesNodeProvider nodes = repository.createAttributesNodeProvider();
    workTree = repository.isBare() ? null : repository.getWorkTree().toPath();
    ofRepository = orEmpty(nodes.getInfoAttributesNode());
    ofUser = orEmpty(nodes.getGlobalAttributesNode());
    // Only these may define macros; the later ones win.
    for (AttributesNode node : List.of(ofUser, ofDirectory(""), ofRepository)) {
      node.getRules().forEach(this::defineMacro);
    }
  }

  @Override
  public Kind of(TreeEntry entry) {
    if (!entry.isRegularFile()) {
      return Kind.UNSPECIFIED;
    }
    for (Scope scope : scopes(entry.path())) {
      Kind kind = kind(scope);
      if (kind != null) {
        return kind;
      }
    }
    return Kind.UNSPECIFIED;
  }

  /**
   * Rules and the path that they are to match.
   *
   * @param path relative to where the rules stand
   */
  private record Scope(AttributesNode rules, String path) {}

  /** From the first to be heard to the last. */
  private List<Scope> scopes(String path) {
    List<Scope> scopes = new ArrayList<>();
    scopes.add(new Scope(ofRepository, path));
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      scopes.add(new Scope(ofDirectory(path.substring(0, slash)), path.substring(slash + 1)));
    }
    scopes.add(new Scope(ofDirectory(""), path));
    scopes.add(new Scope(ofUser, path));
    return scopes;
  }

  private @Nullable Kind kind(Scope scope) {
    for (AttributesRule rule : scope.rules().getRules().reversed()) {
      if (!rule.getPattern().startsWith(MACRO) && rule.isMatch(scope.path(), false)) {
        Kind kind = kind(rule);
        if (kind != null) {
          return kind;
        }
      }
    }
    return null;
  }

  private @Nullable Kind kind(AttributesRule rule) {
    for (Attribute attribute : rule.getAttributes().reversed()) {
      if (attribute.getKey().equals(DIFF)) {
        return switch (attribute.getState()) {
          case UNSET -> Kind.BINARY;
          case SET -> Kind.TEXT;
          // A driver of some name shows the same lines.
          case UNSPECIFIED, CUSTOM -> Kind.UNSPECIFIED;
        };
      }
      if (attribute.getState() == Attribute.State.SET && macros.containsKey(attribute.getKey())) {
        return macros.get(attribute.getKey());
      }
    }
    return null;
  }

  private void defineMacro(AttributesRule rule) {
    Kind kind = rule.getPattern().startsWith(MACRO) ? kind(rule) : null;
    if (kind != null) {
      macros.put(rule.getPattern().substring(MACRO.length()), kind);
    }
  }

  private static AttributesNode orEmpty(@Nullable AttributesNode node) {
    return node == null ? new AttributesNode() : node;
  }

  private AttributesNode ofDirectory(String directory) {
    return ofDirectories.computeIfAbsent(directory, this::readDirectory);
  }

  private AttributesNode readDirectory(String directory) {
    AttributesNode node = new AttributesNode();
    if (workTree == null) {
      return node;
    }
    try {
      Path file = workTree.resolve(directory).resolve(Constants.DOT_GIT_ATTRIBUTES);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try (InputStream stream = Files.newInputStream(file)) {
          node.parse(stream);
        }
      } else if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
        readIndexed(directory, node);
      }
      return node;
    } catch (IOException | IllegalArgumentException unreadable) {
      // Then it says nothing, as for git.
      return node;
    }
  }

  private void readIndexed(String directory, AttributesNode node) throws IOException {
    String path =
        directory.isEmpty()
            ? Constants.DOT_GIT_ATTRIBUTES
            : directory + "/" + Constants.DOT_GIT_ATTRIBUTES;
    DirCacheEntry entry = index().getEntry(path);
    if (entry != null && FileMode.REGULAR_FILE.equals(entry.getRawMode())) {
      try (InputStream stream = repository.open(entry.getObjectId()).openStream()) {
        node.parse(stream);
      }
    }
  }

  private synchronized DirCache index() throws IOException {
    if (index == null) {
      index = repository.readDirCache();
    }
    return index;
  }
}
