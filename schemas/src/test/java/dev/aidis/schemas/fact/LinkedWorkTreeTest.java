package dev.aidis.schemas.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are those that {@code git worktree add} and {@code git submodule add} write. */
class LinkedWorkTreeTest {
  @TempDir private Path temporary;

  @Test
  void aLinkedWorkTreeIsNamedAfterTheFirstOne() throws IOException {
    // Given
    Path shop = temporary.resolve("shop");
    Path topic = linked("topic", shop.resolve(".git/worktrees/topic").toString());
    write(shop.resolve(".git/worktrees/topic/commondir"), "../..\n");
    // When / Then
    assertThat(LinkedWorkTree.repositoryOf(topic.toString())).isEqualTo(shop.toString());
  }

  @Test
  void pointersMayBeRelativeAndCommonDirectoriesWhole() throws IOException {
    // Given
    Path shop = temporary.resolve("shop");
    Path topic = linked("topic", "../shop/.git/worktrees/topic");
    write(shop.resolve(".git/worktrees/topic/commondir"), shop.resolve(".git") + "\n");
    // When / Then
    assertThat(LinkedWorkTree.repositoryOf(topic.toString())).isEqualTo(shop.toString());
  }

  @Test
  void aWorkTreeOfABareRepositoryIsNamedAfterThat() throws IOException {
    // Given
    Path topic = linked("topic", temporary.resolve("shop.git/worktrees/topic").toString());
    write(temporary.resolve("shop.git/worktrees/topic/commondir"), "../..\n");
    Path other = linked("till/other", temporary.resolve("till/.bare/worktrees/o").toString());
    write(temporary.resolve("till/.bare/worktrees/o/commondir"), "../..\n");
    // When / Then
    assertThat(RepoName.of(LinkedWorkTree.repositoryOf(topic.toString()))).contains("shop");
    assertThat(RepoName.of(LinkedWorkTree.repositoryOf(other.toString()))).contains("till");
  }

  @Test
  void aSubmoduleIsItself() throws IOException {
    // Given
    Path library = linked("shop/library", "../.git/modules/library");
    Files.createDirectories(temporary.resolve("shop/.git/modules/library"));
    // When / Then
    assertThat(LinkedWorkTree.repositoryOf(library.toString())).isEqualTo(library.toString());
  }

  @Test
  void whateverElseIsThereIsItself() throws IOException {
    // Given
    Path first = Files.createDirectories(temporary.resolve("shop/.git")).getParent();
    Path odd = linked("odd", "a\0b");
    // When / Then
    assertThat(LinkedWorkTree.repositoryOf(String.valueOf(first))).isEqualTo(first + "");
    assertThat(LinkedWorkTree.repositoryOf(odd.toString())).isEqualTo(odd.toString());
    assertThat(LinkedWorkTree.repositoryOf("/no/such/shop")).isEqualTo("/no/such/shop");
    assertThat(LinkedWorkTree.repositoryOf("a\0b")).isEqualTo("a\0b");
  }

  private Path linked(String name, String to) throws IOException {
    Path root = temporary.resolve(name);
    write(root.resolve(".git"), "gitdir: " + to + "\n");
    return root;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
