package org.onrecord.api.article;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.Cache;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.MadeByName;
import org.onrecord.api.quote.Stances;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleAnswersTest {

    @Test
    void aNativeBuildIsToldWhatTheCacheMakesByName() throws ReflectiveOperationException {
        Cache<ArticleAnswers.Key, byte[]> cache = ArticleAnswers.empty();
        cache.put(new ArticleAnswers.Key(new UUID(1, 1), "tag", Stances.USUAL), new byte[3]);

        assertThat(ArticleAnswers.class
                        .getAnnotation(RegisterForReflection.class)
                        .classNames())
                .containsExactlyInAnyOrderElementsOf(MadeByName.of(cache));
    }
}
