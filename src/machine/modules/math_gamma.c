/* The gamma function and its logarithm, by the approximation of Lanczos with the 13 rational
 * coefficients for g = 6.02468... that CPython and Boost use, so that every digit agrees:
 * Modules/mathmodule.c: m_tgamma, m_lgamma. */
#include "math_internal.h"

#include <errno.h>
#include <math.h>

enum { LANCZOS_TERMS = 13, GAMMA_TABLE = 23 };

static const double pi = 3.141592653589793238462643383279502884197;
static const double log_pi = 1.144729885849400174143427351353058711647;
static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_less_half = 5.524680040776729583740234375;

static const double numerator[LANCZOS_TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double denominator[LANCZOS_TERMS] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};

/* Both polynomials by Horner's rule; in 1/x where x is large, so that no power overflows. */
static double lanczos_sum(double x)
{
    double above = 0.0, below = 0.0;
    if (x < 5.0) {
        for (int i = LANCZOS_TERMS - 1; i >= 0; i--) {
            above = above * x + numerator[i];
            below = below * x + denominator[i];
        }
    } else {
        for (int i = 0; i < LANCZOS_TERMS; i++) {
            above = above / x + numerator[i];
            below = below / x + denominator[i];
        }
    }
    return above / below;
}

/* sin(pi * x), without the error that the product would have near whole numbers. */
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0:
        r = sin(pi * y);
        break;
    case 1:
        r = cos(pi * (y - 0.5));
        break;
    case 2:
        r = sin(pi * (1.0 - y));
        break;
    case 3:
        r = -cos(pi * (y - 1.5));
        break;
    default:
        r = sin(pi * (y - 2.0));
        break;
    }
    return copysign(1.0, x) * r;
}

/* (k - 1)! for k up to 23 is exact as a product of doubles. */
static double small_factorial(int k)
{
    double product = 1.0;
    for (int i = 2; i < k; i++)
        product *= i;
    return product;
}

/* The part of the formula that a power of y makes; in two halves where one would overflow. */
static double scale_by_power(double r, double y, double exponent, bool divide)
{
    if (exponent + 0.5 < 140.0) {
        double power = pow(y, exponent);
        return divide ? r / power : r * power;
    }
    double root = pow(y, (exponent + 0.5) / 2.0 - 0.25);
    return divide ? r / root / root : r * root * root;
}

/* At 0, at the negative whole numbers and at minus infinity. */
static double gamma_pole(double x)
{
    errno = EDOM;
    return x == 0.0 ? copysign(INFINITY, x) : NAN;
}

/* What the rounding of y = size + (g - 1/2) has lost, as a part of the result. */
static double lanczos_lost(double y, double size)
{
    double greater = fmax(size, lanczos_g_less_half), less = fmin(size, lanczos_g_less_half);
    return (y - greater - less) * lanczos_g / y;
}

/* From 1e-20 to 200 on either side, where the whole formula neither overflows nor vanishes. */
static double gamma_near(double x)
{
    bool reflected = x < 0.0;
    double size = fabs(x), sum = lanczos_sum(size);
    double y = size + lanczos_g_less_half, lost = lanczos_lost(y, size);
    double r = reflected ? -pi / sin_pi(size) / size * exp(y) / sum : sum / exp(y);
    r += reflected ? -lost * r : lost * r;
    return scale_by_power(r, y, size - 0.5, reflected);
}

double math_tgamma(double x)
{
    bool whole = x == floor(x);
    if (isnan(x) || x == INFINITY)
        return x;
    if (whole && x <= 0.0)
        return gamma_pole(x);
    if (whole && x <= GAMMA_TABLE)
        return small_factorial((int)x);
    double size = fabs(x), r;
    if (size < 1e-20)
        r = 1.0 / x;
    else if (size <= 200.0)
        r = gamma_near(x);
    else
        r = x < 0.0 ? 0.0 / sin_pi(x) : HUGE_VAL;
    if (isinf(r))
        errno = ERANGE;
    return r;
}

double math_lgamma(double x)
{
    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) {
        if (x > 0.0)
            return 0.0;
        errno = EDOM;
        return INFINITY;
    }
    double size = fabs(x);
    if (size < 1e-20)
        return -log(size);
    double r = log(lanczos_sum(size)) - lanczos_g;
    r += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    if (x < 0.0)
        r = log_pi - log(fabs(sin_pi(size))) - log(size) - r;
    if (isinf(r))
        errno = ERANGE;
    return r;
}
