package org.onrecord.api.article;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.Cache;

import io.quarkus.runtime.annotations.RegisterForReflection;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleAnswersTest {

    @Test
    void aNativeBuildIsToldWhatTheCacheMakesByName() throws ReflectiveOperationException {
        Cache<ArticleAnswers.Key, byte[]> cache = ArticleAnswers.empty();
        cache.put(new ArticleAnswers.Key(new UUID(1, 1), "tag"), new byte[3]);
        Object inside = read(cache.getClass().getDeclaredField("cache"), cache);
        Class<?> bounded = inside.getClass();
        while (!bounded.getSimpleName().equals("BoundedLocalCache")) {
            bounded = bounded.getSuperclass();
        }
        Map<?, ?> nodes = (Map<?, ?>) read(bounded.getDeclaredField("data"), inside);

        assertThat(ArticleAnswers.class
                        .getAnnotation(RegisterForReflection.class)
                        .classNames())
                .containsExactlyInAnyOrder(
                        inside.getClass().getName(),
                        nodes.values().iterator().next().getClass().getName());
    }

    private static Object read(Field field, Object of) throws ReflectiveOperationException {
        field.setAccessible(true);
        return field.get(of);
    }
}
