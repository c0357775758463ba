package dev.aidis.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Works in a repository as people do, at random: the same seed does the same. */
final class RandomHistory {
  private static final long FIRST_TIME = 1_600_000_000L;

  private final Path root;
  private final RealGit git;
  private final Random random;
  private final RandomText text;
  private int commits;

  RandomHistory(Path root, long seed) {
    this.root = root;
    this.git = new RealGit(root);
    this.random = new Random(seed);
    this.text = new RandomText(random);
  }

  void run(int steps) {
    git.run("init", "-q", "-b", "trunk");
    git.run("config", "user.name", "Ada");
    git.run("config", "user.email", "ada@example.org");
    try {
      write(newPath(), text.lines(30));
      commit();
      for (int i = 0; i < steps; i++) {
        step();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void step() throws IOException {
    switch (random.nextInt(12)) {
      case 0 -> amend();
      case 1 -> mergeSide();
      case 2 -> rebaseSide();
      case 3 -> commit("--allow-empty");
      default -> {
        changeSomeFiles();
        commit();
      }
    }
  }

  /** Changes files, and tells git of some. */
  void leaveUncommitted() throws IOException {
    changeSomeFiles();
    if (random.nextBoolean()) {
      git.run("add", "-A");
      changeSomeFiles();
    }
  }

  private void changeSomeFiles() throws IOException {
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      change();
    }
  }

  private void change() throws IOException {
    switch (random.nextInt(13)) {
      case 0 -> Files.delete(anyFile());
      case 1 -> move(anyFile());
      case 2 -> edit(move(anyFile()));
      case 3 -> write(newPath(), text.binary());
      case 4 -> write(anyFile(), text.withCarriageReturns(Files.readAllBytes(anyFile())));
      case 5 -> toggleExecutable(anyFile());
      case 6 -> Files.createSymbolicLink(newPath(), Path.of("target" + random.nextInt(5)));
      case 7 -> addSubmodule();
      case 8 -> write(root.resolve(".gitattributes"), text.attributes());
      case 9, 10 -> write(newPath(), text.lines(random.nextInt(400)));
      default -> edit(anyFile());
    }
    if (files().isEmpty()) {
      write(newPath(), text.lines(20));
    }
  }

  private void edit(Path file) throws IOException {
    write(file, text.edited(Files.readAllBytes(file)));
  }

  private Path move(Path file) throws IOException {
    Path target = newPath();
    Files.move(file, target);
    return target;
  }

  private void toggleExecutable(Path file) {
    if (!file.toFile().setExecutable(!Files.isExecutable(file))) {
      throw new AssertionError("cannot change the mode of " + file);
    }
  }

  private void addSubmodule() throws IOException {
    String path = "sub" + random.nextInt(3);
    if (Files.notExists(root.resolve(path)) || Files.isDirectory(root.resolve(path))) {
      Files.createDirectories(root.resolve(path));
      String id = String.format("%040x", 1 + random.nextInt(1000));
      git.run("update-index", "--add", "--cacheinfo", "160000," + id + "," + path);
    }
  }

  private void amend() throws IOException {
    changeSomeFiles();
    commit("--amend");
  }

  private void mergeSide() throws IOException {
    makeSideBranch();
    git.attempt(dates(), "merge", "-q", "--no-edit", "-X", "theirs", "side");
    tidyUp("merge");
  }

  private void rebaseSide() throws IOException {
    makeSideBranch();
    git.run("checkout", "-q", "side");
    git.attempt(dates(), "rebase", "-q", "-X", "ours", "trunk");
    tidyUp("rebase");
    git.run("branch", "-q", "-f", "trunk", "side");
    git.run("checkout", "-q", "trunk");
  }

  /** Leaves trunk checked out, with a commit more on either branch. */
  private void makeSideBranch() throws IOException {
    git.run("branch", "-q", "-f", "side");
    changeSomeFiles();
    commit();
    git.run("checkout", "-q", "side");
    changeSomeFiles();
    commit();
    git.run("checkout", "-q", "trunk");
  }

  /** Gives up what ended in a conflict. */
  private void tidyUp(String operation) {
    git.attempt(Map.of(), operation, "--abort");
    git.run("reset", "-q", "--hard");
  }

  private void commit(String... options) {
    git.run("add", "-A");
    List<String> command = new ArrayList<>(List.of("commit", "-q", "--allow-empty", "-m"));
    command.add("Change " + commits);
    command.addAll(List.of(options));
    git.run(dates(), command.toArray(String[]::new));
  }

  private Map<String, String> dates() {
    String time = FIRST_TIME + 60L * commits++ + " +0100";
    return Map.of("GIT_AUTHOR_DATE", time, "GIT_COMMITTER_DATE", time);
  }

  private void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
  }

  private Path newPath() throws IOException {
    Path path = root.resolve(text.path());
    while (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      path = path.resolveSibling("x" + path.getFileName());
    }
    Files.createDirectories(path.getParent());
    return path;
  }

  private Path anyFile() throws IOException {
    List<Path> files = files();
    if (files.isEmpty()) {
      Path path = newPath();
      write(path, text.lines(50));
      return path;
    }
    return files.get(random.nextInt(files.size()));
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes a) {
            return directory.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
