import pytest

from smmtools.strategy.joint_reach import JointReach, joint_reach


def test_four_hundred_small_channels_reach_a_third():
    assert round(joint_reach([0.001] * 400).independent, 5) == 0.32981


def test_reach_never_adds_up_beyond_the_audience():
    assert joint_reach([0.75, 0.5]) == JointReach(least=0.75, independent=0.875, most=1.0)


def test_one_channel_reaches_its_own_share_and_none_nobody():
    assert joint_reach([0.25]) == JointReach(0.25, 0.25, 0.25)
    assert joint_reach([]) == JointReach(0.0, 0.0, 0.0)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_lies_between_0_and_1(share):
    with pytest.raises(ValueError, match="a reach share lies between 0 and 1, got"):
        joint_reach([0.5, share])
